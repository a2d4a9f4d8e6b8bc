/** What a parser in native code gets through on the smallest stack that a main thread has, a megabyte, with room to spare. */
const MOST_BRACKETS = 150;
const MOST_OPERATORS = 500;
const MOST_ELSES = 500;

/**
 * Whether code may be nested so deeply that a parser which recurses without counting runs out of stack, which ends the process.
 * Looks at characters alone: brackets in texts count too, and what it calls deep is often not.
 */
export function mayNestDeeply(text: string): boolean {
  let brackets = 0;
  let operators = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 40: // (
      case 91: // [
      case 123: // {
        operators = 0;
        if (++brackets > MOST_BRACKETS) return true;
        break;
      case 41: // )
      case 93: // ]
        if (brackets > 0) brackets--;
        break;
      case 125: // }
        operators = 0;
        if (brackets > 0) brackets--;
        break;
      case 44: // ,
      case 59: // ;
        operators = 0;
        break;
      case 38: // &
      case 42: // *
      case 58: // :
      case 60: // <
      case 61: // =
      case 63: // ?
      case 124: // |
        if (++operators > MOST_OPERATORS) return true;
        break;
    }
  }
  return isMoreThan(text, 'else', MOST_ELSES);
}

function isMoreThan(text: string, word: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) if (++count > most) return true;
  return false;
}
