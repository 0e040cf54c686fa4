import { dates } from './answers-dates.ts'

const { amount, and, day, euro, euroRange, months, range, years } = dates

/** Terms and conditions of an assignment, and the arithmetic on them. */
export const terms = {
  duration: (count: number) => `${months(count)}.`,
  durationAndEnd: (count: number, until: string) => `${months(count)}, verlengbaar tot ${day(until)}.`,
  optionsOf: (options: number, each: number) =>
    `Verlengen kan ${options === 1 ? `1 keer ${months(each)}` : `${options} keer ${months(each)}`}.`,
  optionTotal: (count: number) => `Verlengen kan met hooguit ${months(count)}.`,
  optionUntil: (iso: string) => `Verlengen kan tot ${day(iso)}.`,
  optionOpen: 'Verlengen kan; voor hoe lang staat niet in de uitvraag.',
  optionNone: 'Verlengen kan volgens de uitvraag niet.',
  optionSilent: 'Over verlenging zegt de uitvraag niets.',
  extensionYes: 'Ja.',
  extensionNo: 'Nee, verlengen kan volgens de uitvraag niet.',
  maximum: (count: number, base: number, extra: number) => `Hooguit ${months(count)}: ${base} + ${extra}.`,
  maximumUntil: (base: string, until: string) => `${base}, met verlenging hooguit tot ${day(until)}.`,
  maximumOpen: (base: string) => `${base}; tot hoe lang verlengd kan worden, staat niet in de uitvraag.`,
  hours: (min: number, max: number) => `${range(min, max)} uur per week.`,
  hoursTotal: (min: number, max: number, over: string) => `${range(min, max)} uur in ${over}.`,
  hoursTotalWith: (min: number, max: number, over: string) =>
    `Met alle verlengingen ${range(min, max)} uur in ${over}.`,
  hoursMissing: 'Dat is niet te berekenen: het aantal uren per week staat niet in de uitvraag.',
  durationMissing: 'Dat is niet te berekenen: de duur staat niet in de uitvraag.',
  fullTime: (min: number, max: number) =>
    `De uitvraag vraagt ${range(min, max)} uur per week; voltijd is bij gemeenten en provincies 36 uur.`,
  workdays: (words: string) => `Werkdagen: ${words}.`,
  workdaysSpread: (hours: string) =>
    `Het gaat om ${hours}; hoe de uren over die dagen verdeeld worden, staat niet in de uitvraag.`,
  hybridYes: 'Ja, hybride werken kan.',
  hybridNo: 'Nee, hybride werken kan volgens de uitvraag niet.',
  officeDays: 'Hoeveel dagen op kantoor staat niet in de uitvraag.',
  remoteFully: 'Of het volledig op afstand kan, staat niet in de uitvraag; hybride werken kan wel.',
  scale: (scale: string) => `Functieschaal ${scale}.`,
  caoOnly: (words: string) => `Welke cao geldt, staat niet in de uitvraag; er staat alleen “${words}”.`,
  feeNone: 'Er wordt geen fee in rekening gebracht.',
  feeHour: (value: number) => `Ja, ${euro(value)} per uur.`,
  feePercent: (value: number) => `Ja, ${amount(value)}%.`,
  feeAmount: (value: number) => `Ja, ${euro(value)}.`,
  rateMax: (value: number) => `Hooguit ${euro(value)} per uur.`,
  rateBand: (min: number, max: number) => `Tussen ${euro(min)} en ${euro(max)} per uur.`,
  rateAbove: (asked: number, max: number) => `Nee, ${euro(asked)} is meer dan het maximum van ${euro(max)} per uur.`,
  rateBelow: (asked: number, min: number) => `Nee, ${euro(asked)} is minder dan het minimum van ${euro(min)} per uur.`,
  rateWithin: (asked: number, max: number) => `Ja, ${euro(asked)} blijft binnen het maximum van ${euro(max)} per uur.`,
  value: (sum: { min: number; max: number }, hours: string, rate: number) =>
    `${hours} uur × ${euro(rate)} = ${euroRange(sum.min, sum.max)}`,
  valueBase: (text: string, over: string) => `Over ${over}: ${text}.`,
  valueNeedsRate: (hours: string, over: string) =>
    `Dat hangt van je tarief af: ${hours} uur in ${over}. Noem een uurtarief, dan reken ik het uit.`,
  sroiConditional: (limit: number) => `Alleen boven ${euro(limit)}.`,
  sroiConditionalOpen: 'Alleen onder een voorwaarde.',
  sroiYes: 'Ja, er geldt een SROI-verplichting.',
  sroiNo: 'Nee, SROI is volgens de uitvraag niet van toepassing.',
  sroiWords: (words: string) => `Zo staat het er: “${words}”.`,
  sroiNeverBelow: (hours: string, span: string, rate: number) =>
    `Per opdracht gerekend, over ${span} (${hours} uur), kom je er pas boven ${euro(rate)} per uur aan.`,
  sroiBelow: 'Nee, daarmee blijf je onder de grens',
  sroiAbove: 'Ja, daarmee kom je boven de grens',
  sroiMaybe: 'Dat hangt ervan af: je kunt boven de grens komen',
  sroiLimit: (limit: number) => `van ${euro(limit)}`,
  sroiEach: (hours: string, rate: number, sum: string, over: string) =>
    `${over}: ${hours} uur × ${euro(rate)} = ${sum}.`,
  sroiAssumed: 'Gerekend per opdracht.',
  sroiNoHours: (limit: number, hours: number, rate: number) =>
    `Dat is niet te berekenen: het aantal uren per week staat niet in de uitvraag. De grens is ${euro(limit)}; met ${euro(rate)} per uur kom je daar bij ${amount(hours)} uur aan.`,
  sroiScope: 'Of de grens per opdracht of opgeteld geldt, staat niet in de uitvraag',
  sroiPercent: (value: string) => `${value}.`,
  seeAnnex: 'zie de SROI-bijlage',
  yes: {
    vog: 'Ja, er wordt een VOG gevraagd.',
    nda: 'Ja, er wordt een geheimhoudingsverklaring gevraagd.',
    uea: 'Ja, er wordt een UEA gevraagd.',
    waadi: 'Ja, je moet als uitlener geregistreerd staan (Waadi, handelsregister).',
    waadiIf:
      'Ja, als je personeel ter beschikking stelt (detacheert): dan moet je zo in het handelsregister staan (Waadi).',
    das: 'Ja, via een DAS.',
    zzp: 'Ja, een zzp’er mag.',
  },
  no: {
    vog: 'Nee, een VOG wordt volgens de uitvraag niet gevraagd.',
    nda: 'Nee, een geheimhoudingsverklaring wordt volgens de uitvraag niet gevraagd.',
    uea: 'Nee, een UEA wordt volgens de uitvraag niet gevraagd.',
    waadi: 'Nee, een Waadi-registratie wordt volgens de uitvraag niet gevraagd.',
    das: 'Nee, niet via een DAS.',
    zzp: 'Nee, een zzp’er kan hier niet op.',
  },
  professionals: (count: number) => (count === 1 ? '1 professional.' : `${amount(count)} professionals.`),
  offeredMost: (most: number, fits: boolean) => (fits ? `Ja, dat mag: hooguit ${most}.` : `Nee, hooguit ${most}.`),
  offeredUnknown: (count: number | null) =>
    `Dat staat niet in de uitvraag${count === null ? '' : `; er ${count === 1 ? 'is 1 professional' : `zijn ${count} professionals`} nodig`}.`,
  place: (place: string) => `Plaats: ${place}.`,
  region: (region: string) => `Regio: ${region}.`,
  client: (client: string) => `${client}.`,
  number: (number: string) => `Aanvraagnummer ${number}.`,
  title: (title: string) => `${title}.`,
  elsewhere: (words: string) => `In de uitvraag: “${words}”.`,
  yearsOld: years,
  list: and,
}
