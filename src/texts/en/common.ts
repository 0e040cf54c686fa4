import type { common as source } from '../nl/common.ts'

export const common: typeof source = {
  yes: 'Yes',
  no: 'No',
  more: 'More',
  cancel: 'Cancel',
  aiNotice: 'I am an AI assistant: I look for evidence in the documents, you decide.',
  late: 'Delayed: ',
  staleButton: 'This button belongs to an earlier step; nothing has changed.',
}
