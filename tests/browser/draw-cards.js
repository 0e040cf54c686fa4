// Runs in the page of teams-look.ts, beside the official renderer.

/** Draws cards below each other; what unfolds is unfolded. */
globalThis.drawCards = (cards, config) => {
  const { AdaptiveCard, HostConfig } = globalThis.AdaptiveCards
  for (const json of cards) {
    const card = new AdaptiveCard()
    card.hostConfig = new HostConfig(config)
    card.parse(json)
    const section = document.createElement('section')
    section.append(card.render() ?? '')
    document.querySelector('main').append(section)
    for (const button of section.querySelectorAll('button.expandable')) button.click()
  }
}

/** What does not fit: words that go beyond the page, or that their place hides; as the first words of each. */
globalThis.cutOff = () => {
  const edge = document.documentElement.clientWidth + 1
  const cut = [...document.querySelectorAll('main *')].filter((element) => {
    if (/^(?:INPUT|TEXTAREA|SELECT|OPTION)$/.test(element.tagName) || !element.textContent.trim()) return false
    const { overflowX, overflowY } = getComputedStyle(element)
    const hides = overflowX !== 'visible' || overflowY !== 'visible'
    const lost = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
    return element.getBoundingClientRect().right > edge || (hides && lost)
  })
  return cut.map((element) => `${element.tagName} ${element.className}: ${element.textContent.trim().slice(0, 80)}`)
}
