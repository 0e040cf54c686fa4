import type { InventedCv, Job } from './shape.ts'

/** The CV as plain text in one of four layouts. Pure: the same structure gives the same text. */
export function render(cv: InventedCv): string {
  const words = cv.language === 'nl' ? dutch : english
  const parts = [
    `${words.title} ${cv.name}\n06-0000 0300 | voorbeeld@voorbeeld.example`,
    `${words.profile}\n${cv.profile}`,
    `${words.work}\n${jobs(cv, words)}`,
    `${words.education}\n${cv.studies.map((study) => `- ${study.text}`).join('\n')}`,
    ...(cv.courses ? [`${words.courses}\n${cv.courses.map((course) => `- ${course}`).join('\n')}`] : []),
    `${words.skills}\n${cv.skills.map((skill) => skill.text).join('\n')}`,
    ...(cv.injection ? [cv.injection] : []),
    ...(cv.references.length > 0 ? [`${words.references}\n${cv.references.join('\n')}`] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

type Words = typeof dutch

const dutch = {
  title: 'Curriculum vitae',
  profile: 'Profiel',
  work: 'Werkervaring',
  education: 'Opleiding',
  courses: 'Cursussen',
  skills: 'Vaardigheden',
  references: 'Referenties',
  period: 'Periode',
  role: 'Functie',
  employer: 'Werkgever',
  tasks: 'Werkzaamheden',
}

const english: Words = {
  title: 'Curriculum vitae',
  profile: 'Profile',
  work: 'Work experience',
  education: 'Education',
  courses: 'Courses',
  skills: 'Skills',
  references: 'References',
  period: 'Period',
  role: 'Position',
  employer: 'Employer',
  tasks: 'Tasks',
}

function jobs(cv: InventedCv, words: Words): string {
  if (cv.layout === 'table') {
    const rows = cv.jobs.map(
      (job) => `| ${job.dates} | ${job.title} | ${job.organisation} | ${sentences(job).join(' ')} |`,
    )
    return [
      `| ${words.period} | ${words.role} | ${words.employer} | ${words.tasks} |`,
      '|---|---|---|---|',
      ...rows,
    ].join('\n')
  }
  return cv.jobs.map((job) => one(job, cv.layout, words)).join(cv.layout === 'lines' ? '\n' : '\n\n')
}

function one(job: Job, layout: InventedCv['layout'], words: Words): string {
  if (layout === 'lines') {
    return [`${job.dates}   ${job.title}`, job.organisation, ...sentences(job).map((text) => `- ${text}`)].join('\n')
  }
  if (layout === 'blocks') {
    return [
      `${words.period}: ${job.dates}`,
      `${words.role}: ${job.title}`,
      `${words.employer}: ${job.organisation}`,
      `${words.tasks}: ${sentences(job).join(' ')}`,
    ].join('\n')
  }
  return `Van ${job.dates} werkte ik als ${job.title} bij ${job.organisation}. ${sentences(job).join(' ')}`
}

const sentences = (job: Job) => job.sentences.map((sentence) => sentence.text)
