import { correctSetting } from '../fix/setting.js';
import type { AppModel, Setting, SettingMeaning } from '../model/app.js';
import type { Fix } from '../model/finding.js';
import type { RuleFinding } from '../model/rule.js';
import { inTest, lowered } from './severity.js';

export interface SettingWords {
  readonly message: (setting: Setting) => string;
  readonly help: string;
  /** How the catalogue's replacement may be applied; `suggest` if not given. */
  readonly fix?: (setting: Setting) => Fix['kind'];
}

/** One finding per option or construct with one of the meanings. */
export function* settingFindings(
  app: AppModel,
  meanings: readonly SettingMeaning[],
  words: SettingWords,
): Generator<RuleFinding> {
  for (const setting of app.settings) {
    if (!meanings.includes(setting.meaning)) continue;
    const fix = correctSetting(app, setting, words.fix?.(setting));
    yield {
      message: withNote(words.message(setting), setting),
      help: words.help,
      severity: lowered(setting.severity, inTest(app, setting.span)),
      evidence: setting.evidence,
      primary: setting.span,
      fixes: fix === undefined ? [] : [fix],
    };
  }
}

function withNote(message: string, { note }: Setting): string {
  return note === undefined ? message : `${message} (${note})`;
}
