import { describe, expect, it } from 'vitest'
import { htmlText, postingText } from '../../src/assignments/posting-text.ts'

describe('the visible text of a page', () => {
  it('puts a tab between label and value, and between the cells of a row', () => {
    expect(htmlText('<dl><dt>Uren</dt><dd>24</dd></dl><table><tr><td>Start</td><td>1-9-2026</td></tr></table>')).toBe(
      'Uren\t24\n\nStart\t1-9-2026',
    )
  })

  it('numbers ordered lists and marks the others', () => {
    expect(htmlText('<ol start="4"><li>hbo</li><li>ervaring</li></ol><ul><li>rustig</li></ul>')).toBe(
      '4. hbo\n5. ervaring\n\n- rustig',
    )
  })

  it('leaves out what nobody sees', () => {
    const page =
      '<head><title>x</title></head><nav><a href="/">Home</a></nav><script>let a = "b"</script><p>Wel<span style="display:none"> niet <b>dit</b></span><br>zichtbaar</p><p hidden>weg</p>'
    expect(htmlText(page)).toBe('Wel\nzichtbaar')
  })

  it('decodes entities', () => {
    expect(htmlText('<p>&euro;&nbsp;89 &amp; v&oacute;&oacute;r</p>')).toBe('€\u00a089 & vóór')
  })
})

describe('a mail', () => {
  it('gives its subject and its text', async () => {
    const raw =
      'From: a@b.example\r\nSubject: =?utf-8?Q?Uitvraag_co=C3=B6rdinator?=\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nSluiting: v=F3=F3r 4 juni\r\n'
    expect(await postingText({ format: 'eml', content: new TextEncoder().encode(raw) })).toBe(
      'Onderwerp: Uitvraag coördinator\n\nSluiting: vóór 4 juni',
    )
  })

  it('that has only a page gives the text of the page', async () => {
    const raw = 'Subject: x\r\nContent-Type: text/html\r\n\r\n<p>Uren: 24</p>'
    expect(await postingText({ format: 'eml', content: raw })).toBe('Onderwerp: x\n\nUren: 24')
  })
})

it('gives other formats as they are, so that quotes are found in the file that was sent', async () => {
  expect(await postingText({ format: 'md', content: '**Uren**: 24' })).toBe('**Uren**: 24')
})
