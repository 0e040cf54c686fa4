import type { teams as source } from '../nl/teams.ts'

export const teams: typeof source = {
  openPersonal: 'Open our chat',
  answeredPersonally: 'I have answered you personally.',
  notReachable:
    'This does not belong in a channel, and I cannot reach you personally yet. Open our chat, add me there and say it again.',
  fileOffer: (size) => `${size}. Teams puts the file in your OneDrive when you agree.`,
  fileGone: 'I no longer keep this file, or it was fetched already. Ask for it again and I will make it anew.',
  fileFailed: 'Saving to OneDrive did not work. Ask for the file again.',
  fileDeclined: 'All right, the file was not saved.',
  suggestions: ['assignments', 'deadlines', 'score', 'help'],
  extension: {
    searchLater: 'Searching does not work just now. Try again in a moment.',
    nothingFound: 'I find no open assignment by that name.',
    more: 'The posting says more. Ask me in our chat.',
    nothingToRead: 'There are no words in this message that I can read.',
    onlyFile:
      'This message holds only a file, which Teams does not give me here. Drag it into our chat and type "add" there.',
    fileStays: 'Teams does not give me the file of this message. Drag it into our chat in a moment.',
    goesOn: 'I go on in our own chat.',
    add: {
      title: 'Add as an assignment',
      ask: 'I read this message as a posting. In our own chat you see what I read, and confirm it.',
      go: 'Add',
    },
    score: {
      title: 'Score this CV',
      ask: 'In our own chat we go through the requirements. Nobody else sees what is of the candidate there.',
      go: 'Score',
    },
  },
  pages: {
    privacy: {
      title: 'Maatstaf and privacy',
      paragraphs: [
        'Maatstaf is an AI assistant for consultants who answer Dutch public-sector hiring postings. The organisation that put Maatstaf into its Teams is responsible for the data; questions about your data go there.',
        'A CV and what belongs to it are kept encrypted, with a key of its own for each candidate. Names, contact details and the like are masked before any language model sees them; a citizen service number is not kept. Without a language model only Maatstaf itself reads the CV. What you type or send in Teams stands there as well.',
        'Who may see a candidate is decided by the colleague who gave the CV. In channels Maatstaf says nothing about candidates. Messages in a channel that it does not answer are not kept.',
        'Data of a candidate goes by itself, four weeks after the outcome unless set otherwise. Who wants to be erased earlier, or wants a copy, asks the consultant; one command does it.',
      ],
    },
    terms: {
      title: 'Maatstaf: what to expect of it',
      paragraphs: [
        'Maatstaf reads postings and CVs and shows with every answer the sentence it rests on. It proposes; a person decides. It rejects nobody and hands nothing in.',
        'It can be wrong. The posting itself always goes first: check deadlines and requirements there before you hand in.',
        'Give Maatstaf only CVs whose candidates know that you use them for this.',
        'The log says who did what and when, never what a CV says. The software comes as it is, under the MIT licence.',
      ],
    },
  },
  check: {
    token: 'Teams: signing in at Microsoft',
    tokenMend:
      'Microsoft gave no token. Check MicrosoftAppId, MicrosoftAppPassword (a secret expires) and MicrosoftAppTenantId, and whether this machine may reach the internet.',
    keys: "Teams: the sender's keys",
    keysMend:
      'The keys with which Teams proves itself cannot be fetched; until then every message is refused. Check the network or a proxy.',
    manifest: 'Teams: the package (teams.zip)',
    manifestMend: 'Make the package with "npm run manifests" and upload teams.zip in the Teams admin centre.',
    endpoint: "Teams: this assistant's address",
    endpointMend:
      'Teams must be able to reach this assistant over https. Put its public address in MAATSTAF_URL (https://…), and in Azure (Bot, Configuration) set the messaging endpoint to the same address with /api/messages behind it.',
  },
}
