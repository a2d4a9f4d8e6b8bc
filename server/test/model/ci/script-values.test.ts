import { describe, expect, it } from 'vitest';
import { PRINTED_BY_GH, scriptValues, variablesIn } from '../../../src/model/ci/script-values.js';

describe('outputs of a script', () => {
  it.each<[string, string, readonly string[]]>([
    ['a line', 'echo "text=$BODY" >> $GITHUB_OUTPUT', ['$BODY']],
    ['a line in braces', 'echo text=${BODY} >> "${GITHUB_OUTPUT}"', ['${BODY}']],
    ['the old command', 'echo "::set-output name=text::$BODY"', ['$BODY']],
    ['printf', 'printf \'text=%s\' x; echo "text=$BODY" >> $GITHUB_OUTPUT', []],
    [
      'several lines',
      'echo "text<<EOF" >> $GITHUB_OUTPUT\necho "$BODY" >> $GITHUB_OUTPUT\necho "EOF" >> $GITHUB_OUTPUT',
      ['$BODY'],
    ],
    [
      'a program between the marks',
      '{\n  echo "text<<EOF"\n  gh pr view 3 --comments\n  echo "EOF"\n} >> $GITHUB_OUTPUT',
      [PRINTED_BY_GH],
    ],
    ['echo in a substitution', 'echo "text=$(echo "$BODY" | head -5)" >> $GITHUB_OUTPUT', ['$BODY']],
    ['a filter', 'echo "text=$(echo "$BODY" | tr -cd \'0-9\')" >> $GITHUB_OUTPUT', []],
    ['a program', 'echo "text=$(git rev-parse HEAD)" >> $GITHUB_OUTPUT', []],
    ['issue text by gh', 'echo "text=$(gh issue view 1 --json title,body)" >> $GITHUB_OUTPUT', [PRINTED_BY_GH]],
    ['a number by gh', 'echo "text=$(gh issue view 1 --json number)" >> $GITHUB_OUTPUT', []],
    ['no output', 'echo "text=$BODY"', []],
    ['single quotes', "echo 'text=$BODY' >> $GITHUB_OUTPUT", ['BODY']],
  ])('%s', (_, script, expected) => {
    expect(scriptValues(script).outputs.get('text') ?? []).toEqual(expected);
  });
});

describe('assignments', () => {
  it('keeps texts that are assigned as they are', () => {
    const { assigned } = scriptValues('A="$BODY"\nexport B=\'$BODY\'\nC=$(gh api repos/o/r/issues/1)\nD=$(date)');
    expect(Object.fromEntries(assigned)).toEqual({ A: ['$BODY'], B: ['BODY'], C: [PRINTED_BY_GH], D: [] });
  });
});

describe('variablesIn', () => {
  it('finds variables that are read as they are', () => {
    const text = '$A ${B} ${C:0:200} ${D//x/} ${{ github.actor }} $1';
    expect(variablesIn(text).map(({ end, start }) => text.slice(start, end))).toEqual(['$A', '${B}', '${C:0:200}']);
  });
});
