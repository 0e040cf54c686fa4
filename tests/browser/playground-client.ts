import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createSocketServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { patienceMs } from './chromium.ts'

const root = resolve(import.meta.dirname, '../..')
const conversation = 'personal-1'

/** The people and places of the playground's default configuration. */
const tenant = '00000000-0000-0000-0000-0000000000001'
const alex = { id: 'user-id-0', name: 'Alex Wilber', aadObjectId: '00000000-0000-0000-0000-0000000000020' }
const bot = { id: '00000000-0000-0000-0000-00000000000011', name: 'Test Bot' }

export type Playground = Awaited<ReturnType<typeof startPlayground>>

/** `npm run playground` as a person starts it, on ports of its own; `env` is added to an environment without settings. */
export async function startPlayground(env: Record<string, string>) {
  const [port, pagePort] = [await freePort(), await freePort()]
  const folder = await mkdtemp(join(tmpdir(), 'maatstaf-playground-test-'))
  const child = spawn(
    process.execPath,
    [join(root, 'src/house/playground.ts'), '--port', String(pagePort), '--conversation', conversation],
    {
      // Without a .env beside it.
      cwd: folder,
      env: {
        PATH: process.env['PATH'] ?? '',
        TMPDIR: folder,
        BROWSER: 'none',
        LOG_LEVEL: 'warn',
        PORT: String(port),
        ...env,
      },
      stdio: 'ignore',
    },
  )
  const url = `http://localhost:${pagePort}/`
  await answering(url, child)
  await answering(`http://127.0.0.1:${port}/`, child)
  const ended = new Promise<void>((done) => child.once('exit', () => done()))

  return {
    url,
    assistant: `http://127.0.0.1:${port}`,
    /** The file picker is what the playground lacks: the message that it would send, with the file behind it. */
    async sendFile(text: string, name: string, bytes: Uint8Array): Promise<void> {
      const store = createServer((_, res) => res.end(bytes))
      await new Promise<void>((listening) => store.listen(0, '127.0.0.1', listening))
      stores.push(store)
      const downloadUrl = `http://127.0.0.1:${(store.address() as AddressInfo).port}/${name}`
      const activity = {
        type: 'message',
        id: `file-${stores.length}`,
        text,
        channelId: 'msteams',
        serviceUrl: `http://localhost:${pagePort}/_connector`,
        from: alex,
        recipient: bot,
        conversation: { id: conversation, conversationType: 'personal', tenantId: tenant },
        channelData: { tenant: { id: tenant } },
        attachments: [
          {
            contentType: 'application/vnd.microsoft.teams.file.download.info',
            name,
            content: { downloadUrl, uniqueId: 'u' },
          },
        ],
      }
      const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: 'POST',
        body: JSON.stringify(activity),
      })
      if (!response.ok) throw new Error(`the assistant answered ${response.status}`)
    },
    async stop() {
      child.kill()
      await ended
      for (const store of stores) store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const stores: ReturnType<typeof createServer>[] = []

/** What a person does on the playground's page. */
export function personAt(page: Page) {
  return {
    async open(url: string) {
      await page.goto(url)
      await page.getByText('Wat ik kan').first().waitFor()
    },
    async say(text: string) {
      await page.locator('[contenteditable]').first().click()
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    },
    async go(place: string) {
      await page.getByRole('treeitem').filter({ hasText: place }).click()
    },
    /** A new post in the open channel that names the assistant. */
    async post(text: string) {
      await page.locator('[contenteditable]').first().click()
      await page.keyboard.type('@Test')
      await page.getByRole('menuitem', { name: 'Test Bot' }).click()
      await page.keyboard.type(` ${text}`)
      await page.getByRole('button', { name: 'Post', exact: true }).click()
    },
    /** Presses the newest button with this label. */
    async press(label: string | RegExp) {
      await page.getByRole('button', { name: label }).last().click()
    },
    async sees(text: string | RegExp, timeout = patienceMs) {
      await page.getByText(text).last().waitFor({ timeout })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createSocketServer()
  await new Promise<void>((listening) => server.listen(0, listening))
  const { port } = server.address() as AddressInfo
  await new Promise<void>((closed) => server.close(() => closed()))
  return port
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let time = 0; time < 900; time += 1) {
    if (child.exitCode !== null) throw new Error('the playground stopped')
    const there = await fetch(url).then(
      async (response) => {
        await response.body?.cancel()
        return true
      },
      () => false,
    )
    if (there) return
    await new Promise((wait) => setTimeout(wait, 200))
  }
  throw new Error('the playground did not start')
}
