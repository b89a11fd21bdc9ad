/** Files on their way to the server: in loads no larger than it takes in one request. */

/** The server takes 32 MB a request; what frames the files needs a little of it. */
export const REQUEST_LIMIT = 31 * 1024 * 1024
const MOST_FILES = 100

export interface Sized {
  readonly name: string
  readonly size: number
}

/** The files in loads for one request each, in order; those that no request can carry are set apart. */
export function loads<F extends Sized>(files: readonly F[], limit = REQUEST_LIMIT): { loads: F[][]; tooLarge: F[] } {
  const made: F[][] = []
  const tooLarge: F[] = []
  let room = 0
  for (const file of files) {
    if (file.size > limit) {
      tooLarge.push(file)
      continue
    }
    const last = made.at(-1)
    if (last && file.size <= room && last.length < MOST_FILES) {
      last.push(file)
      room -= file.size
    } else {
      made.push([file])
      room = limit - file.size
    }
  }
  return { loads: made, tooLarge }
}
