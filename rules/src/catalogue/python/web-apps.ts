import type { Framework } from '../framework.js';

const filledBy = { list: 'Argument[1,inputs]', kept: ['Member[State].ReturnValue'] } as const;
/** Where visitors type what they like. */
const boxes = ['Member[Textbox,TextArea,Text,Code,MultimodalTextbox].ReturnValue'] as const;
const typed = { ...filledBy, only: boxes } as const;
const events =
  'click,submit,change,input,upload,select,load,stream,like,then,success,blur,release,stop_recording,key_up,double_click';

/** Gradio: functions behind a form or a chat get what visitors typed. */
export const pythonGradio = {
  id: 'gradio',
  title: 'Gradio',
  language: 'python',
  modules: ['gradio'],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      kind: 'request',
      path: 'Member[Interface].Argument[0,fn].Parameter[0..]',
      label: 'input of a form',
      declared: [],
    },
    // The conversation before it is kept on the server.
    { kind: 'request', path: 'Member[ChatInterface].Argument[0,fn].Parameter[0]', label: 'chat message', declared: [] },
    {
      kind: 'request',
      path: `Member[*].Instance.Member[${events}].Argument[0,fn].Parameter[0]`,
      label: 'input of a form',
      declared: [],
      filledBy,
    },
    {
      kind: 'request',
      path: `Member[*].Instance.Member[${events}].Argument[0,fn].Parameter[1..]`,
      label: 'input of a form',
      declared: [],
      filledBy: typed,
    },
    {
      kind: 'request',
      path: `Member[on].Argument[fn].Parameter[0]`,
      label: 'input of a form',
      declared: [],
    },
    {
      kind: 'request',
      path: `Member[on].Argument[fn].Parameter[1..]`,
      label: 'input of a form',
      declared: [],
      filledBy: { ...typed, list: 'Argument[2,inputs]' },
    },
  ],
  sinks: [{ kind: 'html', call: 'Member[HTML]', at: 'Argument[0,value]' }],
} as const satisfies Framework;

const inputs = 'text_input,text_area,chat_input,file_uploader,camera_input,audio_input,data_editor';
const places = 'sidebar,form,container,columns,expander,tabs,empty';

/** Streamlit: a script per visitor, in which calls give what was typed. */
export const pythonStreamlit = {
  id: 'streamlit',
  title: 'Streamlit',
  language: 'python',
  modules: ['streamlit'],
  ai: false,
  checkedAgainst: {},
  sources: [
    { kind: 'request', path: `Member[${inputs}].ReturnValue`, label: 'typed text' },
    { kind: 'request', path: `Member[${places}].Member[${inputs}].ReturnValue`, label: 'typed text' },
    { kind: 'request', path: `Member[${places}].ReturnValue.Member[${inputs}].ReturnValue`, label: 'typed text' },
    { kind: 'request', path: 'Member[query_params]', label: 'address of the page' },
    { kind: 'request', path: 'Member[experimental_get_query_params].ReturnValue', label: 'address of the page' },
  ],
  sinks: [
    {
      kind: 'html',
      call: `Member[${places},chat_message].ReturnValue.Member[markdown,write,caption]`,
      at: 'Argument[0,body]',
      when: { at: 'Argument[unsafe_allow_html]', values: [true] },
    },
    { kind: 'markdown', call: 'Member[markdown,write,write_stream]', at: 'Argument[0]' },
    {
      kind: 'markdown',
      call: `Member[${places},chat_message].ReturnValue.Member[markdown,write,write_stream]`,
      at: 'Argument[0]',
    },
  ],
} as const satisfies Framework;

/** Chainlit: chat applications of callbacks. */
export const pythonChainlit = {
  id: 'chainlit',
  title: 'Chainlit',
  language: 'python',
  modules: ['chainlit'],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      kind: 'request',
      path: 'Member[on_message].Argument[0].Parameter[0].Member[content]',
      label: 'chat message',
    },
    {
      kind: 'request',
      path: 'Member[Message].Instance.Member[content]',
      received: true,
      label: 'chat message',
    },
    {
      kind: 'request',
      path: 'Member[AskUserMessage,AskFileMessage].Instance.Member[send].ReturnValue',
      label: 'answer of the user',
    },
    { kind: 'request', path: 'Member[on_settings_update].Argument[0].Parameter[0]', label: 'settings of the user' },
  ],
} as const satisfies Framework;
