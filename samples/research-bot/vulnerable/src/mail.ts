import nodemailer from 'nodemailer';

const transport = nodemailer.createTransport({ host: 'mail.example.com' });

export async function sendReport(to: string, body: string): Promise<void> {
  await transport.sendMail({ from: 'research@example.com', to, subject: 'Report', text: body });
}
