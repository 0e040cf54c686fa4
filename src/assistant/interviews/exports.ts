import { card } from '../../chat/card.ts'
import type { OutgoingFile } from '../../chat/message.ts'
import type { Effect } from '../../interview/interview.ts'
import { candidateEditionDocx, readingGuideDocx, reportDocx } from '../../interview/report-docx.ts'
import type { AssistantDeps } from '../deps.ts'
import type { Turn } from '../turn/turn.ts'
import { everythingOf } from './everything-of.ts'
import { loadReport } from './report-data.ts'

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** A handed-out file is kept sealed this long for a platform or a browser to fetch. */
const keptHours = 24

/** Makes the file or link that a step asked for and adds it to the turn's replies. */
export async function exportFor(
  deps: AssistantDeps,
  turn: Turn,
  effect: Extract<Effect, { kind: 'export' }>,
): Promise<void> {
  const data = await loadReport(deps, effect.assessment, turn.message.person.id)
  const { texts, now, lang } = turn
  if (!data)
    return turn.reply({ card: card({ type: 'notice', tone: 'warning', text: texts.assistant.unknownAssignment }) })
  turn.audit('exported', { assessment: effect.assessment, what: effect.what, names: effect.showName ? 1 : 0 })
  const name = `${data.candidate.code}-${data.assignment.id}`.replace(/[^\p{L}\p{N}._-]+/gu, '-')
  const made = { ...data, showName: effect.showName, lang, now }

  if (effect.what === 'report-page') {
    const url = deps.links.report(effect.assessment, {
      person: turn.message.person.id,
      showName: effect.showName,
      lang,
      expires: now.add({ hours: keptHours }).toInstant(),
    })
    return turn.reply({
      card: card(
        { type: 'text', text: texts.assistant.reportLink },
        { type: 'buttons', buttons: [{ kind: 'link', label: texts.assistant.openReport, url }] },
      ),
      tag: effect.tag,
      about: [data.candidate.id],
    })
  }
  const file = {
    'report-docx': async () => ({ name: `${name}-bewijsrapport.docx`, type: docxType, bytes: await reportDocx(made) }),
    'reading-guide': async () => ({
      name: `${name}-leeswijzer.docx`,
      type: docxType,
      bytes: await readingGuideDocx(made),
    }),
    'candidate-edition': async () => ({
      name: `${name}-voor-de-kandidaat.docx`,
      type: docxType,
      bytes: await candidateEditionDocx(made),
    }),
    data: async () => ({
      name: `${name}.json`,
      type: 'application/json',
      bytes: Buffer.from(JSON.stringify(await everythingOf(deps, data.candidate), null, 2)),
    }),
  }[effect.what]
  const { name: fileName, type, bytes } = await file()
  const id = turn.newId(`export:${effect.what}`)
  turn.write((stores) =>
    stores.files.put(
      id,
      { bytes, name: fileName, type },
      { candidate: data.candidate.id },
      now.add({ hours: keptHours }).toInstant().toString(),
    ),
  )
  const outgoing: OutgoingFile = { id, name: fileName, type, size: bytes.byteLength }
  turn.reply({
    card: card({ type: 'text', text: texts.assistant.fileReady(fileName) }),
    tag: effect.tag,
    file: outgoing,
    about: [data.candidate.id],
  })
}
