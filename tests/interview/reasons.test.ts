import { describe, expect, it } from 'vitest'
import { isRefusedReason } from '../../src/interview/reasons.ts'

describe('reasons', () => {
  it.each([
    'hij is te oud voor deze functie',
    'haar leeftijd past niet bij het team',
    'omdat ze zwanger is',
    'zij heeft jonge kinderen',
    'een vrouw past beter in dit team',
    'omdat hij moslim is',
    'vanwege zijn afkomst',
    'hij is vaak ziek geweest',
    'zij had een burn-out',
    'hij komt uit een Turkse familie',
    'bijna met pensioen',
    'because she is too young',
    'his religion does not fit',
    'she has three children',
    'because of her disability',
    'not a native speaker',
    'want ze is een moeder',
  ])('is not recorded: %s', (reason) => {
    expect(isRefusedReason(reason)).toBe(true)
  })

  it.each([
    'hij deed dit bij de gemeente',
    'zij leidde het programma gezondheid bij de GGD',
    'werkte met jongeren en hun gezinnen in de jeugdzorg',
    'het project ging over kinderopvang en onderwijs',
    'de man-vrouwverhouding in teams was onderwerp van het onderzoek',
    'coördineerde de opvang van vluchtelingen voor de provincie',
    'het netwerk van kerken en moskeeën in de wijk staat in het cv',
    'zij is vijf jaar programmamanager geweest',
    'begeleidde een pensioenfonds bij de overgang',
    'the steering committee is a governing body',
    'led the family support programme of the municipality',
    'ik geloof dat dit uit de toelichting blijkt',
    'de ervaring is 40 jaar geleden opgedaan bij een waterschap',
  ])('about work is recorded: %s', (reason) => {
    expect(isRefusedReason(reason)).toBe(false)
  })
})
