import { expect, it } from 'vitest'
import { styles } from './styles'

const ink = {
  plus: 'blue',
  minus: 'red',
  text: 'black',
  paper: 'white',
  quiet: 'grey',
  focus: 'gold',
  camps: ['teal', 'brown'],
  font: 'x',
}

it('a sign differs by colour, dash and label; many edges are straight and without bends', () => {
  const of = (many: boolean, selector: string) =>
    styles(ink, many).find((s) => s.selector === selector) as { style: Record<string, unknown> } | undefined
  expect(of(false, 'edge[sign > 0]')!.style).toMatchObject({ 'line-color': 'blue', 'line-style': 'solid' })
  expect(of(false, 'edge[sign < 0]')!.style).toMatchObject({ 'line-color': 'red', 'line-style': 'dashed' })
  const labelled = (many: boolean) => styles(ink, many).filter((s) => 'style' in s && 'label' in s.style).map((s) => s.selector)
  expect(labelled(false)).toEqual(['edge', 'node.named', 'node.pointed'])
  expect(labelled(true)).toEqual(['edge.near', 'node.named', 'node.pointed'])
  expect(of(true, 'edge')!.style['curve-style']).toBe('haystack')
  expect(of(true, 'edge.both')).toBeUndefined()
})
