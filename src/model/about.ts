import type { About, Model } from './port.ts'

/** The same model for requests that quote one candidate's papers; see `about` of a request. */
export function modelAbout(model: Model, about: About): Model {
  return { ...model, ask: (request) => model.ask({ ...request, about }) }
}
