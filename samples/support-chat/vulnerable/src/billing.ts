import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_SECRET_KEY ?? '');

/** Gives the customer the money of a charge back. */
export async function refundCharge(charge: string, amount: number): Promise<string> {
  const refund = await stripe.refunds.create({ charge, amount });
  return refund.id;
}
