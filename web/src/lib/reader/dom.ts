/** From the browser's selection and rectangles to places in the text, and back. */

import { Offsets, type Span } from '../offsets'

/** The block element around a node. */
function blockOf(node: Node | null): HTMLElement | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null)
  return element?.closest<HTMLElement>('.block') ?? null
}

/** Code points of the whole text before a boundary inside one of its blocks. */
function pointOf(node: Node, offset: number): number | null {
  const block = blockOf(node)
  if (!block) return null
  const range = document.createRange()
  range.setStart(block, 0)
  range.setEnd(node, offset)
  // textContent, not toString's rendering: every letter counts, those that are not laid out as well.
  const before = range.cloneContents().textContent ?? ''
  return Number(block.dataset['start']) + new Offsets(before).length
}

/** What is selected of the article, in code points; null where nothing is, or where it reaches outside. */
export function selectedSpan(article: HTMLElement): Span | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!article.contains(range.commonAncestorContainer)) return null
  const start = pointOf(range.startContainer, range.startOffset)
  const end = pointOf(range.endContainer, range.endOffset)
  if (start === null || end === null) return null
  return start < end ? [start, end] : null
}
