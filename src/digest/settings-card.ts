import { type Button, card, type Element } from '../chat/card.ts'
import type { Lang } from '../chat/reply.ts'
import { textsFor } from '../texts/texts.ts'
import { digestActions } from './digest.ts'
import { filterWords } from './filter-words.ts'
import type { DigestSettings } from './settings.ts'

/**
 * How a channel's digest is set, in words, with what can be done about it. `next`: its next post, null when there is none; `how`
 * also tells the words that change it.
 */
export function settingsElements(
  settings: DigestSettings,
  about: { on: boolean; time: string; next: Temporal.ZonedDateTime | null; lang: Lang; how: boolean },
): Element[] {
  const texts = textsFor(about.lang)
  const { setting, moment } = texts.digest
  const { regions, scales, days, holidays, liberationDay, reminders } = settings
  const filters = filterWords(settings, texts)
  if (regions.length > 0 || scales) filters.push(setting.unstated)
  const next = !about.on ? setting.nextOff : about.next ? moment(about.next.toString()) : setting.nextNever
  const posted = [setting.whenOn(about.time, setting.days(days, holidays)), setting.liberationDay[liberationDay]]
  const act = (label: string, action: string): Button => ({ kind: 'action', label, action, step: '' })
  return card(
    {
      type: 'facts',
      rows: [
        { label: setting.when, value: posted.filter((words) => words !== '').join('; ') },
        { label: setting.about, value: filters.length > 0 ? filters.join('; ') : setting.everything },
        { label: setting.language, value: setting.languages[settings.lang] },
        { label: setting.quiet, value: setting.quiets[settings.quiet] },
        {
          label: setting.reminders,
          value: reminders.length > 0 ? setting.remindersOn(reminders) : setting.remindersOff,
        },
        { label: setting.mayChange, value: setting.mayChanges[settings.mayChange] },
        { label: setting.next, value: next },
      ],
    },
    about.how && { type: 'text', text: setting.how[0] ?? '' },
    about.how && { type: 'list', items: setting.how.slice(1) },
    {
      type: 'buttons',
      buttons: [
        act(setting.show, digestActions.show),
        about.on ? act(setting.turnOff, digestActions.off) : act(setting.turnOn, digestActions.on),
      ],
    },
  ).elements
}
