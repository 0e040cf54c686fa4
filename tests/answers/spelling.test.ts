import { expect, it } from 'vitest'
import { correctSpelling } from '../../src/answers/question-spelling.ts'

it.each([
  ['wanneer slut die', 'wanneer sluit die'],
  ['wanneer sluti die', 'wanneer sluit die'],
  ['wat is de deadlien', 'wat is de deadline'],
  ['welke shcaal', 'welke schaal'],
  ['is er een vgo nodig', 'is er een vog nodig'],
  ['wat is de duru', 'wat is de duur'],
  ['welk trief geldt', 'welk tarief geldt'],
  ['welke lokatie', 'welke locatie'],
])('reads "%s" as "%s"', (typed, meant) => {
  expect(correctSpelling(typed)).toBe(meant)
})

it.each([
  'wat is de ruud',
  'staat het er ook in',
  'hoeveel weken',
  'een star systeem',
  'de sluis bij de haven',
  'das of nda',
  'wie stelt de vragen',
  'gov of vol',
])('leaves the words of "%s" as they are', (text) => {
  expect(correctSpelling(text)).toBe(text)
})
