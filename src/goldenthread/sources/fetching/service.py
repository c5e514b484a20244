"""The public API of Explore Education Statistics: publications, their data sets, versions."""

from datetime import datetime
from typing import TypeVar
from uuid import UUID

import httpx
from pydantic import BaseModel, Field, ValidationError

from goldenthread.nouns import GoldenThreadError
from goldenthread.sources.fetching.patience import Patience
from goldenthread.sources.fetching.wanted import Wanted, title_words

API = "https://api.education.gov.uk/statistics"

# A catalogue page is a few kilobytes; more than this is not one.
_MOST_JSON = 10_000_000
_PAGE_SIZE = 40
_MOST_PAGES = 50


class Years(BaseModel):
    """The first and last period a data set covers, in the service's words (``2023/24``)."""

    start: str
    end: str


class Version(BaseModel):
    """The version of a data set that the service now gives out."""

    version: str = Field(pattern=r"^[0-9]+(\.[0-9]+){0,3}$")
    published: datetime | None = None
    years: Years = Field(alias="timePeriods")


class DataSet(BaseModel):
    """A data set as the API describes it."""

    id: UUID
    title: str
    latest: Version | None = Field(default=None, alias="latestVersion")


class _Publication(BaseModel):
    id: UUID
    title: str
    slug: str = ""


class _Paging(BaseModel):
    total_pages: int = Field(default=1, alias="totalPages")


class _Publications(BaseModel):
    results: list[_Publication]
    paging: _Paging


class _DataSets(BaseModel):
    results: list[DataSet]
    paging: _Paging


Shape = TypeVar("Shape", bound=BaseModel)


class Service:
    """Asks the API, patiently, and checks what it answers.

    ``address`` is the API's base address, without the version. Every method raises
    GoldenThreadError, in one sentence, where the service cannot be reached or answers something
    else than asked.
    """

    def __init__(self, client: httpx.Client, address: str = API, patience: Patience | None = None):
        self.client = client
        self.address = address.rstrip("/")
        self.patience = patience or Patience()
        self._listed: dict[str, list[DataSet]] = {}

    def data_set(self, id: UUID) -> DataSet | None:
        """One data set's summary, with its latest version; None where the id is not known."""
        try:
            return self._ask(f"/v1/data-sets/{id}", {}, DataSet)
        except NotThereError:
            return None

    def csv_address(self, id: UUID) -> str:
        """Where the data set's file is."""
        return f"{self.address}/v1/data-sets/{id}/csv"

    def find(self, wanted: Wanted) -> DataSet | None:
        """The one data set of the publication whose title fits, or None where none does.

        Raises GoldenThreadError where several fit.
        """
        if wanted.slug not in self._listed:
            self._listed[wanted.slug] = self._data_sets(wanted)
        fitting = [each for each in self._listed[wanted.slug] if wanted.is_titled(each.title)]
        if len(fitting) > 1:
            titles = "; ".join(f"{each.title} ({each.id})" for each in fitting)
            raise GoldenThreadError(
                f"Several data sets could be {wanted.name}: {titles}. Say which with"
                f" --id {wanted.name}=ID."
            )
        return fitting[0] if fitting else None

    def _data_sets(self, wanted: Wanted) -> list[DataSet]:
        publication = self._publication(wanted)
        if publication is None:
            return []
        found: list[DataSet] = []
        for page in range(1, _MOST_PAGES + 1):
            answer = self._ask(
                f"/v1/publications/{publication.id}/data-sets",
                {"page": page, "pageSize": _PAGE_SIZE},
                _DataSets,
            )
            found += answer.results
            if page >= answer.paging.total_pages:
                break
        return found

    def _publication(self, wanted: Wanted) -> _Publication | None:
        for page in range(1, _MOST_PAGES + 1):
            answer = self._ask(
                "/v1/publications",
                {"search": wanted.publication, "page": page, "pageSize": _PAGE_SIZE},
                _Publications,
            )
            for each in answer.results:
                same_title = title_words(each.title) == title_words(wanted.publication)
                if each.slug == wanted.slug or same_title:
                    return each
            if page >= answer.paging.total_pages:
                break
        return None

    def _ask(self, path: str, query: dict[str, str | int], shape: type[Shape]) -> Shape:
        text = self._get(self.address + path, query)
        try:
            return shape.model_validate_json(text)
        except ValidationError:
            raise GoldenThreadError(
                f"{self.address}{path} answered something that is not a description of data sets:"
                " check the address given with --api, or try again later."
            ) from None

    def _get(self, url: str, query: dict[str, str | int]) -> bytes:
        for attempt in range(1, self.patience.attempts + 1):
            last = attempt == self.patience.attempts
            try:
                with self.client.stream("GET", url, params=query) as response:
                    if response.status_code == 200:
                        return _read_at_most(response, _MOST_JSON)
                if last or not self.patience.passing(response):
                    raise unexpected(response)
                self.patience.wait(attempt, response)
            except httpx.RequestError as error:
                if last:
                    raise unreachable(url, error) from error
                self.patience.wait(attempt)
        raise ValueError("a Patience allows one attempt or more")


def _read_at_most(response: httpx.Response, most: int) -> bytes:
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > most:
            raise GoldenThreadError(
                f"{response.url} answered more than {most:,} bytes where a short list was expected:"
                " check the address given with --api."
            )
    return bytes(body)


class NotThereError(GoldenThreadError):
    """The service knows nothing at that address."""


def unexpected(response: httpx.Response) -> GoldenThreadError:
    """The error for an answer that is no success."""
    said = f"{response.url} answered {response.status_code} {response.reason_phrase}".rstrip()
    if response.status_code in (404, 410):
        return NotThereError(
            f"{said}: check the address given with --api and the ids given with --id."
        )
    return GoldenThreadError(f"{said}: try again later; what has been fetched is kept.")


def unreachable(url: str, error: httpx.RequestError) -> GoldenThreadError:
    """The error for a server that does not answer."""
    host = httpx.URL(url).host or url
    why = "it took too long" if isinstance(error, httpx.TimeoutException) else str(error)
    return GoldenThreadError(
        f"{host} could not be reached ({why}): check the connection, then run the same command"
        " again; what has been fetched is kept."
    )
