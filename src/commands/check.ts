import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ModelConfig } from '../config.ts'
import { readAnchors } from '../house/audit-anchors.ts'
import type { Checked } from '../house/open-platforms.ts'
import { openPlatforms } from '../house/open-platforms.ts'
import type { Texts } from '../texts/texts.ts'
import type { Command } from './command.ts'
import { columns, paint, type Terminal } from './terminal.ts'

/** `check`: configuration, database, tokens, manifests: what is on, what is off, what to mend. Exit code 1 when something is. */
export const check: Command = {
  name: 'check',
  usage: 'check',
  words: [],
  options: {},
  standsAlone: () => false,
  async run({ io, json, lang, texts, house, exitWith }) {
    const opened = await house()
    const { config, storage } = opened
    const health = await storage.health()
    const aside = (await storage.worker.setAside()).length + (await storage.unreadable()).length
    const audit = await storage.verifyAudit(readAnchors(config.dataDir))
    // Opening them anew would take the place of those that people are talking to.
    const platforms = opened.platforms ?? (await openPlatforms(opened))
    const checks: Checked[] = [
      { what: texts.check.configuration, ok: true, remedy: null },
      {
        what: texts.check.database(storage.engine),
        ok: health.ok,
        remedy: health.ok ? null : texts.check.databaseMend(health.detail ?? ''),
      },
      { what: texts.check.audit, ok: audit.ok, remedy: audit.ok ? null : texts.cli.auditBroken(audit) },
      // Kept for who looks into it; the assistant itself is well.
      ...(aside > 0 ? [{ what: texts.check.setAside(aside), ok: true, remedy: null }] : []),
      ...(await platforms.check(lang)),
      ...(config.model ? [await modelCheck(config.model, texts)] : []),
      ...['manifests/slack/manifest.yaml', 'manifests/teams/manifest.json'].map((file) => {
        const ok = existsSync(resolve(import.meta.dirname, '../..', file))
        return { what: file, ok, remedy: ok ? null : texts.check.manifestMissing }
      }),
    ]
    const switches = { slack: config.slack !== null, teams: config.teams !== null, model: config.model !== null }
    const ok = checks.every((each) => each.ok)
    if (!ok) exitWith(1)
    if (json) return io.out(`${JSON.stringify({ ok, switches, checks }, null, 2)}\n`)
    io.out(`${table(switches, checks, texts, io.terminal)}\n${ok ? texts.check.allWell : texts.check.mend}\n`)
  },
}

function table(switches: Record<string, boolean>, checks: Checked[], { check: t }: Texts, terminal: Terminal): string {
  const rows = [
    ...checks.map(({ what, ok, remedy }): [string, string] => [
      ok ? t.states.on : t.states.broken,
      remedy ? `${what}: ${remedy}` : what,
    ]),
    ...Object.entries(switches)
      .filter(([, on]) => !on)
      .map(([name]): [string, string] => [t.states.off, t.off(name)]),
  ]
  const styles = { [t.states.on]: 'green', [t.states.broken]: 'red', [t.states.off]: 'dim' } as const
  return columns(rows, terminal)
    .split('\n')
    .map((line) => {
      const word = Object.keys(styles).find((state) => line.startsWith(`  ${state} `))
      return word ? `  ${paint(terminal, styles[word]!, word)}${line.slice(2 + word.length)}` : line
    })
    .join('\n')
}

async function modelCheck(model: ModelConfig, { check: t }: Texts): Promise<Checked> {
  const { troubleWithModel } = await import('../model/openai.ts')
  const trouble = await troubleWithModel(model)
  return {
    what: t.model(model.model),
    ok: trouble === null,
    remedy: trouble ? t.modelMend[trouble](model.model) : null,
  }
}
