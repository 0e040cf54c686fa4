import { describe, expect, it } from 'vitest'
import { languageOf, languageOfUtterance } from '../../src/text/language.ts'

it.each([
  ['nl', 'Nuchter en zorgvuldig. Werkt graag met mensen en maakt af waar aan begonnen is.'],
  ['en', 'Led a complex collaboration in the region between health care and construction, with six organisations.'],
  ['de', 'Leitete ein Projekt für die Stadt und arbeitete mit den Partnern an der Umsetzung.'],
  ['fr', 'Responsable du projet pour la ville et les partenaires dans une région avec plusieurs communes.'],
  [null, 'Kafka Flink Spark Terraform Python dbt Airflow Kubernetes Docker Jenkins'],
  [null, ''],
])('%s: %s', (language, text) => {
  expect(languageOf(text)).toBe(language)
})

describe('the language of a short message', () => {
  it.each([
    ['hoeveel referenties', 'nl'],
    ['en sroi?', 'nl'],
    ['welke schaal is 31050', 'nl'],
    ['kloppen', 'nl'],
    ['how many references', 'en'],
    ['what scale is 31050?', 'en'],
    ['yes please', 'en'],
    ['31050', null],
    ['VOG?', null],
  ])('"%s" is %s', (text, language) => {
    expect(languageOfUtterance(text)).toBe(language)
  })
})
