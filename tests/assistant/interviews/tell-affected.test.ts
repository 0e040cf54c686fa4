import { expect, it } from 'vitest'
import { engines } from '../../storage/engines.ts'
import { aCandidate, anAssessment } from '../../storage/samples.ts'
import { openTestHouse, settled } from '../open-house.ts'
import { samplePosting } from '../sample-posting.ts'

it('an assignment that changes, also from the shell, is told to those who scored somebody on its earlier criteria', async () => {
  const engine = engines[0]!
  const place = await engine.newPlace()
  const { house, said, add } = await openTestHouse(place)
  const { storage } = house
  await house.work()
  const { revision } = await add('70412', samplePosting)
  const candidate = aCandidate({ owner: 'cli:sanne', code: 'KV' })
  await storage.candidates.save(candidate)
  const assessment = anAssessment(candidate.id, { assignment: '70412', owner: 'cli:sanne', outcome: null })
  await storage.assessments.save({ ...assessment, proposal: { ...assessment.proposal, revision } })
  await storage.persons.set({ id: 'cli:sanne', language: 'nl', personal: 'cli:dm', personalConversation: 'dm' })
  await add('70412', samplePosting)
  await settled(house)
  expect(said).toEqual([])
  await add('70412', samplePosting.replace('donderdag 23 juli', 'vrijdag 24 juli'))
  await settled(house)
  expect(said.map(({ to, text }) => [to, text])).toEqual([
    ['cli:dm', expect.stringContaining('De opdracht 70412 is gewijzigd nadat je KV toetste')],
  ])
  await house.close()
  await engine.drop(place)
})
