import type { Framework } from '../framework.js';

const slackEvents = 'event,message,command,action,shortcut,view,options,function,assistant';
const slackParts = 'event,message,body,command,payload,action,shortcut,view,context';

/** Bots: everybody who may write in the room may write this. */
export const pythonSlackBolt = {
  id: 'slack-bolt',
  title: 'Slack Bolt',
  language: 'python',
  modules: ['slack_bolt', 'slack_bolt.async_app', 'slack_bolt.app.async_app', 'slack_bolt.app'],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      kind: 'request',
      path: `Member[App,AsyncApp].Instance.Member[${slackEvents}].ReturnValue.Argument[0].Parameter[${slackParts}]`,
      label: 'message in Slack',
    },
  ],
} as const satisfies Framework;

export const pythonDiscord = {
  id: 'discord',
  title: 'discord.py',
  language: 'python',
  modules: ['discord', 'nextcord', 'disnake'],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      kind: 'request',
      path: 'Member[Message].Instance.Member[content,clean_content]',
      received: true,
      label: 'message in Discord',
    },
    {
      kind: 'request',
      path: 'Member[Client,Bot,AutoShardedClient].Instance.Member[event].Argument[0].Parameter[0].Member[content,clean_content]',
      label: 'message in Discord',
    },
    {
      kind: 'request',
      path: 'Member[ext].Member[commands].Member[Bot,AutoShardedBot].Instance.Member[event].Argument[0].Parameter[0].Member[content,clean_content]',
      label: 'message in Discord',
    },
    {
      kind: 'request',
      path: 'Member[ext].Member[commands].Member[Bot,AutoShardedBot].Instance.Member[command,hybrid_command].ReturnValue.Argument[0].Parameter[1..]',
      label: 'command in Discord',
      declared: [],
    },
    {
      kind: 'request',
      path: 'Member[ext].Member[commands].Member[command,hybrid_command].ReturnValue.Argument[0].Parameter[1..]',
      label: 'command in Discord',
      declared: [],
    },
    {
      kind: 'request',
      path: 'Member[app_commands].Member[command].ReturnValue.Argument[0].Parameter[1..]',
      label: 'command in Discord',
      declared: [],
    },
    {
      kind: 'request',
      path: 'Member[app_commands].Member[CommandTree].Instance.Member[command].ReturnValue.Argument[0].Parameter[1..]',
      label: 'command in Discord',
      declared: [],
    },
  ],
  conventions: [
    {
      kind: 'request',
      base: 'Member[Client,Bot]',
      method: ['on_message', 'on_message_edit'],
      parameter: 0,
      at: ['Member[content,clean_content]'],
      label: 'message in Discord',
    },
  ],
} as const satisfies Framework;

export const pythonTelegram = {
  id: 'telegram',
  title: 'python-telegram-bot',
  language: 'python',
  modules: ['telegram', 'telegram.ext'],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      kind: 'request',
      path: 'Member[Update].Instance.Member[message,effective_message,edited_message,channel_post].Member[text,caption]',
      received: true,
      label: 'message in Telegram',
    },
    {
      kind: 'request',
      path: 'Member[Update].Instance.Member[callback_query,inline_query].Member[data,query]',
      received: true,
      label: 'message in Telegram',
    },
    {
      kind: 'request',
      path: 'Member[MessageHandler,CommandHandler].Argument[1,callback].Parameter[0].Member[message,effective_message].Member[text,caption]',
      label: 'message in Telegram',
    },
    {
      kind: 'request',
      path: 'Member[MessageHandler,CommandHandler].Argument[1,callback].Parameter[1].Member[args]',
      label: 'command in Telegram',
    },
    {
      kind: 'request',
      path: 'Member[CallbackContext].Instance.Member[args]',
      received: true,
      label: 'command in Telegram',
    },
  ],
} as const satisfies Framework;

/** Further libraries for bots in Telegram. */
export const pythonTelegramBots = {
  id: 'telegram-bots',
  title: 'Telegram bot',
  language: 'python',
  modules: ['telebot', 'telebot.async_telebot', 'aiogram', 'aiogram.types'],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      kind: 'request',
      path: 'Member[TeleBot,AsyncTeleBot].Instance.Member[message_handler,edited_message_handler].ReturnValue.Argument[0].Parameter[0].Member[text,caption]',
      label: 'message in Telegram',
    },
    {
      kind: 'request',
      path: 'Member[Dispatcher,Router].Instance.Member[message,edited_message].ReturnValue.Argument[0].Parameter[0].Member[text,caption]',
      label: 'message in Telegram',
    },
    {
      kind: 'request',
      path: 'Member[types].Member[Message].Instance.Member[text,caption]',
      received: true,
      label: 'message in Telegram',
    },
    {
      kind: 'request',
      path: 'Member[Message].Instance.Member[text,caption]',
      received: true,
      label: 'message in Telegram',
    },
  ],
} as const satisfies Framework;
