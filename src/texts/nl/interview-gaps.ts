import type { Finding } from '../../scoring/assessment.ts'
import { inside } from './interview-words.ts'
import { scoring } from './scoring.ts'
import { count, joined } from './words.ts'

/** Failed knock-outs, gaps in the evidence, and a new version of the documents. */
export const gaps = {
  // A failed knock-out
  failed: (code: string, name: string) =>
    `${name} haalt ${code} niet. Wie een knock-out mist, wordt volgens de gangbare procedure niet verder beoordeeld.`,
  mends: ({ months, minimumMonths }: Finding, code: string, hasEvidence: boolean): string => {
    if (months && minimumMonths && months.atMost < minimumMonths) {
      return `Er staan hooguit ${count(months.atMost, 'maand', 'maanden')} van de ${minimumMonths}. Dit verandert alleen als ${code} meer werk heeft dat hieronder valt en het met begin- en eindmaand in het cv zet.`
    }
    return hasEvidence
      ? `Dit verandert als het ontbrekende deel met een citaat in een nieuwe versie van het cv of de toelichting staat, en het waar is.`
      : `Dit verandert als ${code} dit heeft en het zelf in het cv of de toelichting zet.`
  },
  stopHere: 'Stop hier',
  goOnAnyway: 'Toch doorgaan',
  stoppedHere: (code: string) =>
    `Gestopt bij deze knock-out. Alles van ${code} is bewaard; zeg "verder" om toch door te gaan.`,

  // Gaps
  questionsFor: (code: string) => `Vragen aan ${code}`,
  noGaps: 'Er zijn geen open vragen aan de kandidaat: alles staat in de stukken.',
  gapsIntro: (code: string) => `Dit kun je ${code} vragen. Het zijn vragen, geen zinnen om over te nemen.`,
  gap: (finding: Finding, text: string, hasEvidence: boolean): string => {
    const name = finding.section === 'knockout' ? `Knock-out ${finding.label}` : `Criterium ${finding.label}`
    const [question] = finding.questions
    if (question) return `${name}: ${scoring.question(question)}`
    const what = text ? `"${text.replace(/[;.\s]+$/, '')}"` : 'dit criterium'
    if (finding.months && finding.minimumMonths) {
      return `${name}: welk werk valt onder ${what}, en in welke maanden begon en eindigde het?`
    }
    if (hasEvidence && finding.points && finding.points.value >= finding.points.max * 0.75) {
      return `${name}: was er nog een opdracht waarin ${what} speelde, en met welk concreet resultaat?`
    }
    return hasEvidence
      ? `${name}: welk deel van ${what} staat nog niet in het cv, en waar en wanneer was dat?`
      : `${name}: heb je ${what} gedaan, en zo ja waar, wanneer en met welk resultaat?`
  },
  gapsEnd: (code: string) =>
    `Laat ${code} het zelf opschrijven in het cv of de toelichting. Stuur die versie, dan kijk ik alleen na wat erdoor verandert.`,

  // A new version
  sendNewVersion: (code: string) => `Stuur de nieuwe versie van ${code}; wat je al besloot blijft staan.`,
  careerChanged: (code: string) => `Deze versie van ${code} verschilt van de vorige:`,
  careerChange: (code: string, values: Record<string, string | number>): string => {
    const at = values['engagement'] ?? ''
    const sentences: Record<string, string> = {
      'start-changed': `${at}: start van ${values['from']} naar ${values['to']}`,
      'end-changed': `${at}: einde van ${values['from']} naar ${values['to']}`,
      'role-changed': `${at}: functie van "${values['from']}" naar "${values['to']}"`,
      'organisation-changed': `organisatie van "${values['from']}" naar "${values['to']}"`,
      'engagement-added': `${at}: staat er nu bij`,
      'education-changed': `opleiding: "${values['from']}" → "${values['to']}"`,
      'engagement-removed': `${at}: staat er niet meer in`,
    }
    return sentences[code] ?? scoring.remark({ code, values })
  },
  studies: {
    level: { other: 'andere opleiding' } as Record<string, string>,
    completion: {
      completed: 'afgerond',
      unfinished: 'niet afgerond',
      running: 'nog bezig',
      'not-stated': 'afronding niet vermeld',
    } as Record<string, string>,
  },
  careerTips: (names: string[]) => `Veranderd: ${joined(names.map(inside))}.`,
  careerAsk: (code: string) => `Heeft ${code} deze wijzigingen bevestigd?`,
  careerYes: (code: string) => `${code} bevestigt dit`,
  careerNo: 'Nog niet',
  careerOpen: (code: string) => `Vraag het ${code} na voordat je de kaart bevestigt.`,
}
