import type { ConfigFileKind } from '../config-file.js';

/** Texts that an agent takes for orders as soon as somebody opens the repository. */
export const instructions = [
  {
    id: 'instructions',
    title: 'instructions for agents',
    files: [
      '**/{AGENTS,AGENTS.override,CLAUDE,CLAUDE.local,GEMINI,QWEN,CRUSH,WARP}.md',
      '**/.cursorrules',
      '**/.windsurfrules',
      '**/.clinerules',
      '**/.goosehints',
      '**/.cursor/{rules,commands}/**/*.{md,mdc}',
      '**/.windsurf/{rules,workflows}/**/*.md',
      '**/.clinerules/**/*.md',
      '**/.{roo,kilocode}/{rules*,commands}/**/*.md',
      '**/.{amazonq,augment,trae,continue}/rules/**/*.md',
      '**/.{opencode,factory}/{agent,agents,command,commands,droids}/**/*.md',
      '**/.kiro/steering/**/*.md',
      '**/.junie/guidelines.md',
      '**/.claude/{rules,skills,commands,agents,output-styles}/**/*.md',
      '**/.agents/skills/**/*.md',
      '**/.github/copilot-instructions.md',
      '**/.github/{instructions,prompts,agents,skills}/**/*.md',
      '**/skills/*/SKILL.md',
    ],
    instructions: true,
  },
] as const satisfies readonly ConfigFileKind[];
