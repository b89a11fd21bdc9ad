import { describe, expect, it } from 'vitest'
import type { Point } from './geometry'
import { fitted } from './sketch'

describe('fitted', () => {
  it.each<[string, Point[], number, number]>([
    ['a wide picture', [[-900, 0], [900, 50]], 400, 300],
    ['a high picture', [[0, -700], [9, 700], [4, 0]], 400, 300],
  ])('%s lies in its room, in the middle, up to the margin', (_, points, width, height) => {
    const { zoom, pan } = fitted(points, width, height, 48)
    const xs = points.map(([x]) => x * zoom + pan.x)
    const ys = points.map(([, y]) => y * zoom + pan.y)
    const margins = [Math.min(...xs), width - Math.max(...xs), Math.min(...ys), height - Math.max(...ys)]
    expect(Math.min(...margins)).toBeCloseTo(48)
    expect(margins[0]).toBeCloseTo(margins[1]!)
    expect(margins[2]).toBeCloseTo(margins[3]!)
  })

  it.each<[string, Point[], number]>([
    ['nobody', [], 400],
    ['one actor', [[7, 7]], 400],
    ['two, where there is no room yet', [[0, 0], [9, 9]], 0],
  ])('%s is seen as large as life', (_, points, width) => {
    const { zoom, pan } = fitted(points, width, 300, 48)
    expect(zoom).toBe(1)
    expect(Number.isFinite(pan.x + pan.y)).toBe(true)
  })
})
