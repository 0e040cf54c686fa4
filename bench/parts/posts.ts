export type Post = { channel: string; text: string }

/** What a platform's stand-in was told to post, and who waits for it. */
export type Posts = {
  /** Resolves at the next post to this channel; with `matches` at the first whose text it says yes to, a changed post included. */
  nextPost(channel: string, matches?: (text: string) => boolean): Promise<void>
  /** Every post since the last call, in order of arrival. */
  takePosts(): Post[]
  /** A new post. */
  add(post: Post): void
  /** What stood there was replaced. */
  change(post: Post): void
}

type Waiting = { matches: ((text: string) => boolean) | null; done: () => void }

export function createPosts(): Posts {
  const waiting = new Map<string, Waiting[]>()
  let posts: Post[] = []

  function tell({ channel, text }: Post, changed: boolean): void {
    const here = waiting.get(channel) ?? []
    const at = here.findIndex(({ matches }) => (matches === null ? !changed : matches(text)))
    if (at >= 0) here.splice(at, 1)[0]!.done()
  }

  return {
    nextPost: (channel, matches) =>
      new Promise((done) => {
        waiting.set(channel, [...(waiting.get(channel) ?? []), { matches: matches ?? null, done }])
      }),
    takePosts() {
      const taken = posts
      posts = []
      return taken
    },
    add(post) {
      posts.push(post)
      tell(post, false)
    },
    change: (post) => tell(post, true),
  }
}
