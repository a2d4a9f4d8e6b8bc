import pg from 'pg';

export interface Order {
  readonly id: string;
  readonly status: 'paid' | 'shipped' | 'refunded';
  readonly chargeId: string;
}

const pool = new pg.Pool();

export async function findOrder(id: string): Promise<Order | undefined> {
  const { rows } = await pool.query<Order>(
    'SELECT id, status, charge_id AS "chargeId" FROM orders WHERE id = $1',
    [id],
  );
  return rows[0];
}
