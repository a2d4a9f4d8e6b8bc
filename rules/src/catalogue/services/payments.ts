import type { Framework } from '../framework.js';

const client = 'Member[default,Stripe].Instance';
const pay = { effect: 'pay', highImpact: true } as const;

export const stripe = {
  id: 'stripe',
  title: 'Stripe',
  language: 'javascript',
  modules: ['stripe'],
  ai: false,
  checkedAgainst: { stripe: ['23'] },
  clients: [{ call: 'Member[default,Stripe]', credential: 'Argument[0]' }],
  effects: [
    { ...pay, call: `${client}.Member[refunds,charges,payouts,transfers,topups].Member[create,cancel]` },
    { ...pay, call: `${client}.Member[charges,paymentIntents].Member[capture]` },
    { ...pay, call: `${client}.Member[paymentIntents].Member[create,confirm,cancel]` },
    { ...pay, call: `${client}.Member[subscriptions].Member[create,update,cancel]` },
    { ...pay, call: `${client}.Member[invoices].Member[create,pay,sendInvoice,voidInvoice]` },
    { ...pay, call: `${client}.Member[transfers].Member[createReversal]` },
    { ...pay, call: `${client}.Member[creditNotes].Member[create]` },
    { ...pay, call: `${client}.Member[customers].Member[createBalanceTransaction,del]` },
  ],
} as const satisfies Framework;

export const otherPayments = {
  id: 'payments',
  title: 'Payment services',
  language: 'javascript',
  modules: [
    'plaid',
    '@paypal/checkout-server-sdk',
    'braintree',
    'square',
    'razorpay',
    '@coinbase/coinbase-sdk',
    'ethers',
    'viem',
    '@solana/web3.js',
  ],
  ai: false,
  checkedAgainst: {},
  effects: [
    {
      ...pay,
      call: 'Member[PlaidApi].Instance.Member[transferCreate,transferRefundCreate,paymentInitiationPaymentCreate]',
      module: 'plaid',
    },
    {
      ...pay,
      call: 'Member[BraintreeGateway].Instance.Member[transaction].Member[sale,refund,void]',
      module: 'braintree',
    },
    {
      ...pay,
      call: 'Member[default].Instance.Member[payments,refunds,orders].Member[create,refund,capture]',
      module: 'razorpay',
    },
    { ...pay, call: 'Member[Wallet].Instance.Member[sendTransaction]', module: 'ethers' },
    { ...pay, call: 'Member[ethers].Member[Wallet].Instance.Member[sendTransaction]', module: 'ethers' },
    { ...pay, call: 'Member[createWalletClient].ReturnValue.Member[sendTransaction,writeContract]', module: 'viem' },
    { ...pay, call: 'Member[sendAndConfirmTransaction]', module: '@solana/web3.js' },
    {
      ...pay,
      call: 'Member[Connection].Instance.Member[sendTransaction,sendRawTransaction]',
      module: '@solana/web3.js',
    },
  ],
} as const satisfies Framework;
