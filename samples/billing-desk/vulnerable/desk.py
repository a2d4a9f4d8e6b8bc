from agents import Agent, OpenAIResponsesModel, Runner, function_tool
from fastapi import FastAPI
from openai import AsyncOpenAI
from pydantic import BaseModel

from printing import print_file

app = FastAPI()
client = AsyncOpenAI(api_key='sk-proj-4f8Kd2mQv7Lx1TzRb9Hc3Wn6Yp0Sj5Ge8Ua2Xi7Vo4Nk1Mt6')


class Question(BaseModel):
    text: str
    tone: str


@function_tool
def print_invoice(name: str) -> str:
    """Print an invoice of the archive."""
    return print_file(f'archive/{name}.pdf')


@app.post('/questions')
async def answer(question: Question) -> dict[str, str]:
    desk = Agent(
        name='billing desk',
        model=OpenAIResponsesModel(model='gpt-5-2025-08-07', openai_client=client),
        instructions=f'You answer questions about invoices. Be {question.tone}.',
        tools=[print_invoice],
    )
    result = await Runner.run(desk, question.text, max_turns=None)
    return {'answer': result.final_output}
