import type { Channel } from '../../storage/port.ts'
import type { assistant as source } from '../nl/assistant.ts'

const moment = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
} as const

const listening: Record<Channel['listening'], string> = {
  always: 'I answer questions that I recognise',
  mentioned: 'I answer only when you mention me',
  off: 'I say nothing here',
}

export const assistant: typeof source = {
  joined: 'I am Maatstaf, an AI assistant for hiring postings.',
  joinedReads:
    'I read along in this channel and answer questions about assignments that I know, with the sentence the answer rests on. What I do not answer I forget at once. Candidates never pass through here: scoring is done in a direct message.',
  joinedSettings:
    'Whoever invited me can set me: "listen always", "listen when mentioned" or "listen off", and "digest on" for the daily deadline digest.',
  settings: (channel) => `Reading along: ${listening[channel.listening]}. Daily digest: ${channel.digest}.`,
  settingsHow: 'To change it: "listen always", "listen when mentioned", "listen off", "digest on" or "digest off".',
  onlyInChannel: 'That is set per channel; say it in the channel it is about.',
  notYours: 'Only who invited me to this channel, or an administrator, can do that. Nothing has changed.',
  guest: 'As a guest you can ask questions about assignments. Scoring and adding is done by the colleagues themselves.',
  sharedWithYou: (name, code, handedOver) =>
    handedOver
      ? `${name ?? 'A colleague'} handed candidate ${code} over to you. The decisions are yours now.`
      : `${name ?? 'A colleague'} shares candidate ${code} with you.`,
  openShared: (code) => `Open ${code}`,
  noFileInMessage: 'That message has no file. Send the cv here and I will start.',
  continuesPersonally: 'I will go on with you about this in a direct message.',
  startPersonally: (words) => `Scoring is not done in a channel. Send me a direct message with "${words}".`,
  language: 'From now on I answer in English.',
  access: (people) =>
    `A candidate is seen only by who scored them, and by those that person shared them with by name; never by a channel. You have ${people.own} ${people.own === 1 ? 'candidate' : 'candidates'} of your own and ${people.shared} shared with you.${people.admin ? ' You are an administrator: you may also remove assignments of others and set channels, but that shows you no candidates.' : ''}`,
  nothingToStop:
    'No scoring is going on here that could be stopped. In a channel "listen off" keeps me silent, and "deadlines off" stops the overview.',
  nothingToResume: 'No scoring is going on here. Start one with "score" and the number of the assignment.',
  lostState:
    'I could not read back our conversation of just now. What you confirmed is kept with the candidate; start with "score" to go on.',
  unknownAssignment: 'I do not know that assignment (any more). Type "assignments" for what is open.',
  setAside:
    'After three tries I could not handle this. Your message is kept and reported to the administrator; you can word it differently or send it again later.',
  lookingUp: 'Looking it up …',
  notDelivered: 'An answer of mine to you did not arrive, or I cannot be sure of it. Feel free to ask again.',
  slowDown: 'That is a lot of messages at once; I handle them one by one.',
  refused: (channel) =>
    `I can no longer write in the channel ${channel} (I am not a member, or it is archived). Its daily digest is now off; invite me again and say "digest on".`,
  askOutcome: (code, assignment, days, year) =>
    `Assignment ${assignment} closed ${days} days ago. What became of ${code}? Without an answer I erase the data ${year ? 'a year' : '90 days'} after closing.`,
  takenBack: ({ removed, left }: { removed: number; left: number }) =>
    `A candidate was erased. Of my messages about them in this chat ${removed} ${removed === 1 ? 'was' : 'were'} removed.${left > 0 ? ` ${left} could not be removed; please hide or delete ${left === 1 ? 'it' : 'them'} yourself.` : ''} What you sent yourself is not mine to delete: please remove your own messages about this candidate, and the CV.`,
  assignmentChanged: (id, codes) =>
    `Assignment ${id} changed after you scored ${codes.join(', ')}. That scoring still rests on the old criteria; type "score ${codes[0] ?? ''} for ${id}" to look again.`,
  reportLink:
    'The evidence report; the link works for 24 hours, only while you may see this candidate, and until you say "revoke link".',
  linksRevoked:
    'Earlier links to this evidence report no longer work. Ask for a new evidence report to get a new link.',
  openReport: 'Open evidence report',
  fileReady: (name) => `Ready: ${name}.`,
  calendarReady: (id) =>
    `The dates of ${id} for your calendar. If one moves, ask for a new file; it updates the old ones.`,
  calendarGone: (n) =>
    n === 1
      ? 'One date that you got before is off; it stands there as cancelled.'
      : `${n} dates that you got before are off; they stand there as cancelled.`,
  calendarOfWhich: 'Of which assignment? Type for instance "calendar" with its number.',
  calendarEmpty: 'This posting has no date that fits a calendar.',
  linkGone: 'This link does not work (any more): it has expired or was revoked. Ask for a new one in the conversation.',
  demoBanner: (now) =>
    `These are invented example postings. The clock stands at ${now.toLocaleString('en-GB', moment)}, a day on which they are open; once Slack or Teams is connected, real time applies.`,
  postingWaits: (name) =>
    `There is a new posting in the folder: ${name}. It opens to everybody once you confirm it; "list" shows what is waiting.`,
  otherVersion: (name) =>
    `The folder holds another version of ${name}. I keep to the confirmed one; send me the new file with "add" and I show what differs.`,
  outcomes: {
    'not-put-forward': 'Not put forward',
    interview: 'Interview',
    awarded: 'Awarded',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
  },
}
