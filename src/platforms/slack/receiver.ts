import type { Logger, webApi } from '@slack/bolt'
import { type App, HTTPReceiver, type Receiver, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt'

/** The path that the manifest names for events, commands and interactivity. */
export const eventsPath = '/slack/events'

/** Requests signed by Slack, on somebody else's server. */
export function createHttpReceiver(signingSecret: string, logger: Logger): HTTPReceiver {
  return new HTTPReceiver({ signingSecret, endpoints: eventsPath, processBeforeResponse: true, logger })
}

/** Events over a socket; reconnecting is done by socket.ts, because the library's own dies of a lost connection. */
export function createSocketReceiver(
  appToken: string,
  clientOptions: webApi.WebClientOptions,
  logger: Logger,
): SocketModeReceiver {
  return new SocketModeReceiver({ appToken, autoReconnectEnabled: false, installerOptions: { clientOptions }, logger })
}

/**
 * The receiver as Bolt's App gets it: every payload is acknowledged once, when its handling is over. Bolt acknowledges events before
 * their handlers run and unknown payloads never; a handler that fails leaves it unacknowledged, so that Slack sends it again.
 */
export function acknowledgingLast(receiver: HTTPReceiver | SocketModeReceiver): Receiver {
  return {
    init: (app) => receiver.init(settling(app)),
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  }
}

function settling(app: App): App {
  return Object.create(app, {
    processEvent: {
      async value(event: ReceiverEvent): Promise<void> {
        let response: unknown
        await app.processEvent({
          ...event,
          ack: async (given?: unknown) => {
            response = given
          },
        })
        await event.ack(response)
      },
    },
  })
}
