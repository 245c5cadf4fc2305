"""What an entity is called in a language."""

import pytest

from extract.model import Entity, Name
from graph.search.catalogue import label

NAMES = (Name("英伟达", "zh-Hans"), Name("輝達", "zh-Hant"), Name("NVIDIA", "en"))
NVIDIA = Entity("NVIDIA", "英伟达", "Company", NAMES)
OPENAI = Entity("OpenAI", "OpenAI", "Company", (Name("OpenAI", "en"), Name("开放人工智能研究中心", "zh-Hans")))


@pytest.mark.parametrize(
    ("entity", "language", "called"),
    [
        (NVIDIA, None, "英伟达"),
        (NVIDIA, "zh-Hans", "英伟达"),
        (NVIDIA, "zh-Hant", "輝達"),
        (NVIDIA, "en", "NVIDIA"),
        (OPENAI, "en", "OpenAI"),
        (OPENAI, "zh-Hans", "OpenAI"),
        (OPENAI, "zh-Hant", "OpenAI"),
    ],
)
def test_an_entity_is_called_as_the_press_of_a_language_calls_it(
    entity: Entity, language: str | None, called: str
) -> None:
    assert label(entity, language) == called
