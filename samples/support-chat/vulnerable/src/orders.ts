export interface Order {
  readonly id: string;
  readonly status: 'paid' | 'shipped' | 'refunded';
  readonly chargeId: string;
}

const orders = new Map<string, Order>([['A-1001', { id: 'A-1001', status: 'shipped', chargeId: 'ch_1' }]]);

export function findOrder(id: string): Order | undefined {
  return orders.get(id);
}
