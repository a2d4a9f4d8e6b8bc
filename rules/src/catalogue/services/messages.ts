import type { Framework } from '../framework.js';

const mail = { effect: 'mail', highImpact: true } as const;
const message = { effect: 'message', highImpact: true } as const;
const addressed = { kind: 'recipient', at: 'Argument[0].Member[to,cc,bcc]' } as const;

export const nodemailer = {
  id: 'nodemailer',
  title: 'Nodemailer',
  language: 'javascript',
  modules: ['nodemailer'],
  ai: false,
  checkedAgainst: { '@types/nodemailer': ['8'] },
  sinks: [
    { ...addressed, call: 'Member[createTransport].ReturnValue.Member[sendMail]' },
    { ...addressed, call: 'Member[Transporter].Instance.Member[sendMail]' },
  ],
  effects: [
    { ...mail, call: 'Member[createTransport].ReturnValue.Member[sendMail]' },
    { ...mail, call: 'Member[Transporter].Instance.Member[sendMail]' },
  ],
} as const satisfies Framework;

export const sendgrid = {
  id: 'sendgrid',
  title: 'SendGrid',
  language: 'javascript',
  modules: ['@sendgrid/mail'],
  ai: false,
  checkedAgainst: { '@sendgrid/mail': ['8'] },
  sinks: [
    { ...addressed, call: 'Member[default].Member[send,sendMultiple]' },
    { ...addressed, call: 'Member[MailService].Instance.Member[send,sendMultiple]' },
  ],
  effects: [
    { ...mail, call: 'Member[default].Member[send,sendMultiple]' },
    { ...mail, call: 'Member[MailService].Instance.Member[send,sendMultiple]' },
  ],
} as const satisfies Framework;

export const resend = {
  id: 'resend',
  title: 'Resend',
  language: 'javascript',
  modules: ['resend'],
  ai: false,
  checkedAgainst: { resend: ['6'] },
  clients: [{ call: 'Member[Resend]', credential: 'Argument[0]', envVariable: 'RESEND_API_KEY' }],
  sinks: [{ ...addressed, call: 'Member[Resend].Instance.Member[emails].Member[send,create]' }],
  effects: [
    { ...mail, call: 'Member[Resend].Instance.Member[emails].Member[send,create]' },
    { ...mail, call: 'Member[Resend].Instance.Member[batch].Member[send]' },
    { ...mail, call: 'Member[Resend].Instance.Member[broadcasts].Member[send]' },
  ],
} as const satisfies Framework;

export const postmark = {
  id: 'postmark',
  title: 'Postmark',
  language: 'javascript',
  modules: ['postmark'],
  ai: false,
  checkedAgainst: { postmark: ['5'] },
  sinks: [
    {
      kind: 'recipient',
      call: 'Member[ServerClient].Instance.Member[sendEmail,sendEmailWithTemplate]',
      at: 'Argument[0].Member[To,Cc,Bcc]',
    },
  ],
  effects: [
    {
      ...mail,
      call: 'Member[ServerClient].Instance.Member[sendEmail,sendEmailBatch,sendEmailWithTemplate]',
    },
  ],
} as const satisfies Framework;

export const slack = {
  id: 'slack',
  title: 'Slack',
  language: 'javascript',
  modules: ['@slack/web-api', '@slack/bolt', '@slack/webhook'],
  ai: false,
  checkedAgainst: { '@slack/web-api': ['8'] },
  effects: [
    {
      effect: 'data-read',
      highImpact: false,
      exposes: ['private-read', 'untrusted-in'],
      call: 'Member[WebClient].Instance.Member[conversations].Member[history,replies]',
    },
    { ...message, call: 'Member[WebClient].Instance.Member[chat].Member[postMessage,delete,scheduleMessage]' },
    // A bot can change its own messages only.
    { ...message, highImpact: false, call: 'Member[WebClient].Instance.Member[chat].Member[update]' },
    { ...message, call: 'Member[WebClient].Instance.Member[files].Member[uploadV2]' },
    {
      effect: 'identity',
      highImpact: true,
      call: 'Member[WebClient].Instance.Member[admin].Member[users].Member[assign,invite,remove]',
    },
  ],
} as const satisfies Framework;

export const otherMessages = {
  id: 'messages',
  title: 'Message services',
  language: 'javascript',
  modules: [
    'twilio',
    'discord.js',
    'telegraf',
    'grammy',
    'node-telegram-bot-api',
    '@aws-sdk/client-ses',
    '@aws-sdk/client-sesv2',
    '@aws-sdk/client-sns',
    'mailgun.js',
    'twitter-api-v2',
  ],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      kind: 'request',
      path: 'Member[Message].Instance.Member[content,cleanContent]',
      module: 'discord.js',
      label: 'chat message',
    },
    {
      kind: 'request',
      path: 'Member[Client].Instance.Member[on].Argument[1].Parameter[0].Member[content]',
      module: 'discord.js',
      label: 'chat message',
    },
    {
      kind: 'request',
      path: 'Member[Telegraf].Instance.Member[on,hears,command].Argument[1].Parameter[0].Member[message].Member[text]',
      module: 'telegraf',
      label: 'chat message',
    },
    {
      kind: 'request',
      path: 'Member[Bot].Instance.Member[on,hears,command].Argument[1].Parameter[0].Member[message].Member[text]',
      module: 'grammy',
      label: 'chat message',
    },
  ],
  sinks: [
    {
      kind: 'recipient',
      call: 'Member[default].ReturnValue.Member[messages,calls].Member[create]',
      at: 'Argument[0].Member[to]',
      module: 'twilio',
    },
    {
      kind: 'recipient',
      call: 'Member[Twilio].Instance.Member[messages,calls].Member[create]',
      at: 'Argument[0].Member[to]',
      module: 'twilio',
    },
    {
      kind: 'recipient',
      call: 'Member[SendEmailCommand]',
      at: 'Argument[0].Member[Destination].Member[ToAddresses,CcAddresses,BccAddresses]',
      module: '@aws-sdk/client-ses',
    },
    {
      kind: 'recipient',
      call: 'Member[SendEmailCommand]',
      at: 'Argument[0].Member[Destination].Member[ToAddresses,CcAddresses,BccAddresses]',
      module: '@aws-sdk/client-sesv2',
    },
  ],
  effects: [
    { ...message, call: 'Member[default].ReturnValue.Member[messages,calls].Member[create]', module: 'twilio' },
    { ...message, call: 'Member[Twilio].Instance.Member[messages,calls].Member[create]', module: 'twilio' },
    { ...message, call: 'Member[TextChannel].Instance.Member[send,bulkDelete]', module: 'discord.js' },
    {
      ...message,
      call: 'Member[Client].Instance.Member[channels].Member[fetch].ReturnValue.Member[send]',
      module: 'discord.js',
    },
    {
      effect: 'identity',
      highImpact: true,
      call: 'Member[GuildMember].Instance.Member[kick,ban]',
      module: 'discord.js',
    },
    { ...message, call: 'Member[Telegraf].Instance.Member[telegram].Member[sendMessage]', module: 'telegraf' },
    { ...message, call: 'Member[TwitterApi].Instance.Member[v2].Member[tweet]', module: 'twitter-api-v2' },
    // Commands of the AWS SDK say what is done; `client.send` runs them.
    {
      ...mail,
      call: 'Member[SendEmailCommand,SendRawEmailCommand,SendBulkTemplatedEmailCommand]',
      module: '@aws-sdk/client-ses',
    },
    { ...mail, call: 'Member[SendEmailCommand,SendBulkEmailCommand]', module: '@aws-sdk/client-sesv2' },
    { ...message, call: 'Member[PublishCommand]', module: '@aws-sdk/client-sns' },
  ],
} as const satisfies Framework;
