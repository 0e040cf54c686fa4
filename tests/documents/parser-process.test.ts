import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { parserArguments } from '../../src/documents/parser-pool.ts'

it('a parser process can read no other file, write nothing and reach no network', () => {
  const script = `
    const fs = require('node:fs'), net = require('node:net')
    const tried = (work) => { try { work(); return 'done' } catch (error) { return error.code } }
    const connected = new Promise((done) => {
      const code = tried(() => net.connect(9, '127.0.0.1').on('error', (error) => done(error.code)).on('connect', () => done('done')))
      if (code !== 'done') done(code)
    })
    connected.then((network) => console.log(JSON.stringify([
      tried(() => fs.readFileSync('/etc/hostname')), tried(() => fs.writeFileSync('/tmp/maatstaf-parser', 'x')), network,
      Object.keys(process.env).filter((name) => name.startsWith('MAATSTAF')).length,
    ])))`
  const { stdout } = spawnSync(process.execPath, [...parserArguments(256), '-e', script], {
    encoding: 'utf8',
    env: {},
    cwd: resolve(import.meta.dirname, '../..'),
  })
  expect(JSON.parse(stdout)).toEqual(['ERR_ACCESS_DENIED', 'ERR_ACCESS_DENIED', 'ERR_ACCESS_DENIED', 0])
})

it('a parser process finds packages that are linked from elsewhere, and nothing else there', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'maatstaf-packages-'))
  mkdirSync(join(elsewhere, 'node_modules/reader'), { recursive: true })
  writeFileSync(join(elsewhere, 'node_modules/reader/index.js'), "module.exports = 'read'")
  writeFileSync(join(elsewhere, 'secret.txt'), 'secret')
  const program = mkdtempSync(join(tmpdir(), 'maatstaf-program-'))
  symlinkSync(join(elsewhere, 'node_modules'), join(program, 'node_modules'))
  const main = join(program, 'main.cjs')
  writeFileSync(
    main,
    `let secret
    try { require('node:fs').readFileSync(${JSON.stringify(join(elsewhere, 'secret.txt'))}); secret = 'read' } catch (error) { secret = error.code }
    console.log(JSON.stringify([require('reader'), secret]))`,
  )
  const { stdout } = spawnSync(process.execPath, [...parserArguments(256, program), main], {
    encoding: 'utf8',
    env: {},
    cwd: program,
  })
  expect(JSON.parse(stdout)).toEqual(['read', 'ERR_ACCESS_DENIED'])
})
