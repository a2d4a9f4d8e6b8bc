import { GoogleAuth } from 'google-auth-library';
import { tool } from 'langchain';
import { z } from 'zod';

const auth = new GoogleAuth({ scopes: ['https://www.googleapis.com/auth/drive.metadata.readonly'] });

interface FileList {
  readonly files: readonly { readonly name: string; readonly webViewLink: string }[];
}

export const findFiles = tool(
  async ({ word }) => {
    const client = await auth.getClient();
    const { data } = await client.request<FileList>({
      url: 'https://www.googleapis.com/drive/v3/files',
      params: { q: `name contains '${word}'`, fields: 'files(name,webViewLink)', pageSize: 20 },
    });
    return JSON.stringify(data.files);
  },
  {
    name: 'find_files',
    description: 'Find files of the company by a word of their name',
    schema: z.object({ word: z.string().regex(/^\w{2,40}$/) }),
  },
);
