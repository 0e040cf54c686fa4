const kindsOfBody =
  '(?:gemeente|provincie|waterschap|hoogheemraadschap|ministerie(?: van)?|veiligheidsregio|omgevingsdienst|milieudienst|regionale uitvoeringsdienst|gemeenschappelijke regeling|werkvoorzieningschap|GGD|GGZ|GR|politie|rijkswaterstaat|belastingdienst|universiteit|hogeschool|metropoolregio|regioraad|vervoerregio|arbeidsmarktregio|woningbouwregio|regio|samenwerkingsverband|stichting|dienst|agentschap|(?:rijks|onderwijs|arbeids|omgevings)?inspectie|rijksdienst(?: voor)?|universitair medisch centrum|umc|gezondheidsdienst|autoriteit|regiobureau|servicecentrum|kadaster|drechtsteden|zorgkantoor|ziekenhuis|zorggroep|zorginstelling|woningcorporatie|wooncorporatie|woonstichting|uitvoeringsdienst|uitvoeringsorganisatie|havenbedrijf|recreatieschap|municipality of|province of|city of|ministry of|water authority|port authority|harbour authority|authority|agency|university of)'
/** A public body by its kind and the capitalised words behind it. */
const body = new RegExp(
  `\\b(${kindsOfBody}(?:\\s+(?:van|voor|de|het|den|der|of|the|and|en|’s|'s|in|aan)){0,3}(?:\\s+(?:en |& |and )?(?:'s-|’s-)?\\p{Lu}[\\p{L}'’-]*)+)`,
  'u',
)
const bodyAnyCase = new RegExp(
  body.source.replace(
    kindsOfBody,
    kindsOfBody.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`),
  ),
  'u',
)
/** The body named in a text, with a capital; null when none is. */
export function bodyIn(text: string): { name: string; index: number; length: number } | null {
  const match = bodyAnyCase.exec(text)
  if (!match) return null
  const name = match[1]!.replace(/[\s,.;:]+$/, '')
  return { name: name[0]!.toUpperCase() + name.slice(1), index: match.index, length: name.length }
}
