import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { samplePosting } from '../assistant/sample-posting.ts'
import { serveHouse } from '../house/served.ts'
import { until, visit } from '../house/visitor.ts'
import { engines } from '../storage/engines.ts'

/** A small disk of its own, in memory; only root may make one. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'maatstaf-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', folder], { stdio: 'ignore' })
    return folder
  } catch {
    rmSync(folder, { recursive: true })
    return null
  }
}

const disk = process.getuid?.() === 0 ? smallDisk() : null
if (!disk) console.info('faults: no small disk can be made here, a full one is not tried')

afterAll(() => {
  if (!disk) return
  execFileSync('umount', ['-l', disk])
  rmSync(disk, { recursive: true })
})

describe.runIf(disk)('a disk that is full (P04)', () => {
  it('shows at /readyz, keeps what was acknowledged and acknowledges nothing that is not kept, and all goes on once there is room', async () => {
    const seed = await engines[0]!.newPlace()
    const dataDir = join(disk!, 'data')
    cpSync(seed.dataDir, dataDir, { recursive: true })
    const place = { ...seed, dataDir }
    const { test, url, close } = await serveHouse(place)
    await test.add('70412', samplePosting)
    const ready = async () => (await fetch(`${url}/readyz`)).status
    const visitor = await visit(url)
    await visitor.send({ text: 'wanneer sluit 70412?' })
    await visitor.answer()
    expect(await ready()).toBe(200)

    const filled = join(disk!, 'filled')
    const { bavail, bsize } = statfsSync(disk!)
    writeFileSync(filled, Buffer.alloc(bavail * bsize))
    expect(await ready()).toBe(503)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    const big = { name: 'cv.txt', bytes: Buffer.alloc(2_000_000, 'geen plaats ') }
    const refused = await visitor.send({ text: 'toets KV voor 70412', file: big }).catch(() => 'refused')
    expect(refused).not.toBe(200)
    const statuses: number[] = []
    for (let n = 0; n < 10; n++)
      statuses.push(await visitor.send({ text: `welke schaal is 70412? ${n}` }).catch(() => 0))

    rmSync(filled)
    await until('room', async () => (await ready()) === 200)
    statuses.push(await visitor.send({ text: 'wanneer sluit 70412?' }))
    expect(statuses.at(-1)).toBe(200)
    await visitor.answer()
    const entries = await visitor.entries()
    const kept = statuses.filter((status) => status === 200).length
    expect(entries.filter(({ from }) => from === 'you')).toHaveLength(1 + kept)
    expect(entries.filter(({ from }) => from === 'maatstaf').length).toBeGreaterThanOrEqual(1 + kept)
    await close()

    const again = await engines[0]!.open({ place })
    expect(await again.storage.worker.setAside()).toEqual([])
    expect(await again.storage.verifyAudit()).toMatchObject({ ok: true })
    await again.storage.close()
    await engines[0]!.drop(seed)
  })
})
