import os
import re
from typing import Literal

from agents import Agent, OpenAIResponsesModel, Runner, function_tool
from fastapi import FastAPI, Request
from openai import AsyncOpenAI
from pydantic import BaseModel, Field
from slowapi import Limiter
from slowapi.util import get_remote_address

from printing import print_file

app = FastAPI()
limiter = Limiter(key_func=get_remote_address)
app.state.limiter = limiter
client = AsyncOpenAI(api_key=os.environ['OPENAI_API_KEY'])


class Question(BaseModel):
    text: str = Field(max_length=2000)
    tone: Literal['friendly', 'formal']


@function_tool
def print_invoice(name: str) -> str:
    """Print an invoice of the archive."""
    if not re.fullmatch(r'[0-9]{4}-[0-9]{6}', name):
        return 'There is no such invoice.'
    return print_file(f'archive/{name}.pdf')


@app.post('/questions')
@limiter.limit('20/minute')
async def answer(request: Request, question: Question) -> dict[str, str]:
    desk = Agent(
        name='billing desk',
        model=OpenAIResponsesModel(model='gpt-5-2025-08-07', openai_client=client),
        instructions=f'You answer questions about invoices. Be {question.tone}.',
        tools=[print_invoice],
    )
    result = await Runner.run(desk, question.text, max_turns=8)
    return {'answer': result.final_output}
