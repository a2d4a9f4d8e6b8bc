import { correctSetting } from '../fix/setting.js';
import type { AppModel } from '../model/app.js';
import type { Setting, SettingMeaning } from '../model/setting.js';
import type { Fix } from '../model/finding.js';
import type { RuleFinding } from '../model/rule.js';
import { agentFiles } from './flow-findings.js';
import { type Advice, inLanguage } from './in-language.js';
import { inTest, lowered } from './severity.js';

export interface SettingWords {
  readonly message: (setting: Setting) => string;
  readonly help: Advice;
  readonly accept?: (setting: Setting) => boolean;
  /** Only in files with an agent or model call: the option also has uses that have nothing to do with either. */
  readonly nearAgent?: boolean;
  /** Tests start their own servers, try what is dangerous on purpose, and have nothing to lose. */
  readonly notInTests?: boolean;
  /** How the catalogue's replacement may be applied; `suggest` if not given. */
  readonly fix?: (setting: Setting) => Fix['kind'];
}

/** One finding per option or construct with one of the meanings. */
export function* settingFindings(
  app: AppModel,
  meanings: readonly SettingMeaning[],
  words: SettingWords,
): Generator<RuleFinding> {
  const near = words.nearAgent === true ? agentFiles(app) : undefined;
  for (const setting of app.settings) {
    if (!meanings.includes(setting.meaning) || near?.has(setting.span.file) === false) continue;
    if (words.accept?.(setting) === false) continue;
    if (words.notInTests === true && inTest(app, setting.span)) continue;
    const fix = correctSetting(app, setting, words.fix?.(setting));
    yield {
      message: withNote(words.message(setting), setting),
      help: inLanguage(app, setting.span, words.help),
      severity: lowered(setting.severity, inTest(app, setting.span)),
      // A note is for reviewers: it is shown on demand.
      evidence: setting.severity === 'info' ? 'heuristic' : setting.evidence,
      primary: setting.span,
      fixes: [
        ...(fix === undefined ? [] : [fix]),
        ...(setting.repairs ?? []).map((repair) => ({ ...repair, kind: 'suggest' as const })),
      ],
    };
  }
}

function withNote(message: string, { note }: Setting): string {
  return note === undefined ? message : `${message} (${note})`;
}
