import type { Framework } from '../framework.js';

const template = { kind: 'template', at: 'Argument[0,source]' } as const;
const environments =
  'Member[Environment,SandboxedEnvironment,NativeEnvironment,ImmutableSandboxedEnvironment].Instance';

/** Templates whose text runs code when they are rendered, and markup that is marked as safe. */
export const pythonTemplates = {
  id: 'python-templates',
  title: 'Templates',
  language: 'python',
  modules: [
    'jinja2',
    'jinja2.environment',
    'jinja2.nativetypes',
    'jinja2.sandbox',
    'mako.template',
    'flask',
    'quart',
    'django.template',
    'chevron',
    'pystache',
    'tornado.template',
    'markupsafe',
    'django.utils.safestring',
    'django.utils.html',
    'bleach',
    'nh3',
    'markdown',
    'fastapi.responses',
    'starlette.responses',
    'streamlit',
    'IPython.display',
  ],
  ai: false,
  checkedAgainst: {},
  sinks: [
    { ...template, module: 'jinja2', call: 'Member[Template]' },
    { ...template, module: 'jinja2', call: `${environments}.Member[from_string,compile]` },
    { ...template, module: 'jinja2.environment', call: 'Member[Template]' },
    { ...template, module: 'jinja2.nativetypes', call: 'Member[NativeTemplate]' },
    { ...template, module: 'jinja2.nativetypes', call: `${environments}.Member[from_string]` },
    { ...template, module: 'mako.template', call: 'Member[Template]', at: 'Argument[0,text]' },
    { ...template, module: 'flask', call: 'Member[render_template_string]' },
    { ...template, module: 'quart', call: 'Member[render_template_string]' },
    { ...template, module: 'django.template', call: 'Member[Template]', at: 'Argument[0,template_string]' },
    { ...template, module: 'tornado.template', call: 'Member[Template]', at: 'Argument[0,template_string]' },

    { module: 'markupsafe', kind: 'html', call: 'Member[Markup]', at: 'Argument[0]' },
    { module: 'flask', kind: 'html', call: 'Member[Markup]', at: 'Argument[0]' },
    { module: 'django.utils.safestring', kind: 'html', call: 'Member[mark_safe,SafeString]', at: 'Argument[0]' },
    { module: 'fastapi.responses', kind: 'html', call: 'Member[HTMLResponse]', at: 'Argument[0,content]' },
    { module: 'starlette.responses', kind: 'html', call: 'Member[HTMLResponse]', at: 'Argument[0,content]' },
    {
      module: 'streamlit',
      kind: 'html',
      call: 'Member[markdown,write]',
      at: 'Argument[0,body]',
      when: { at: 'Argument[unsafe_allow_html]', values: [true] },
    },
    { module: 'streamlit', kind: 'html', call: 'Member[html]', at: 'Argument[0,body]' },
    { module: 'streamlit', kind: 'html', call: 'Member[components].Member[v1].Member[html]', at: 'Argument[0,html]' },
  ],
  sanitizers: [
    { module: 'markupsafe', call: 'Member[escape]', cleans: ['html'] },
    { module: 'django.utils.html', call: 'Member[escape,conditional_escape,format_html,strip_tags]', cleans: ['html'] },
    { module: 'bleach', call: 'Member[clean,linkify]', cleans: ['html'] },
    { module: 'nh3', call: 'Member[clean,clean_text]', cleans: ['html'] },
  ],
  passThroughs: [{ module: 'markdown', call: 'Member[markdown]', from: ['Argument[0]'] }],
} as const satisfies Framework;
