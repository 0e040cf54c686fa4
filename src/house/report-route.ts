import { loadReport } from '../assistant/interviews/report-data.ts'
import { isClosed } from '../assistant/turn/workspaces.ts'
import { reportPage } from '../interview/report-page.ts'
import { textsFor } from '../texts/texts.ts'
import type { House } from './house.ts'
import { type Handler, linkedPageHeaders } from './http.ts'

/** `GET /report/TOKEN`: the evidence report behind a signed link, made anew each time, never stored. */
export function createReportRoute(house: House): Handler {
  return async (request, response) => {
    const match = request.method === 'GET' ? request.url?.match(/^\/report\/([\w.-]+)$/) : null
    if (!match) return false
    const link = await house.links.open(match[1]!)
    const open = link && !(await isClosed(house.storage, { conversation: link.person, person: { id: link.person } }))
    const data = open ? await loadReport(house, link.assessment, link.person) : null
    const headers = linkedPageHeaders({ images: true })
    if (!link || !data) {
      response
        .writeHead(404, headers)
        .end(
          `<!doctype html><meta charset="utf-8"><title>Maatstaf</title><p>${textsFor(link?.lang ?? 'nl').assistant.linkGone}</p>`,
        )
      return true
    }
    response
      .writeHead(200, headers)
      .end(reportPage({ ...data, showName: link.showName, lang: link.lang, now: house.clock.zoned() }))
    return true
  }
}
