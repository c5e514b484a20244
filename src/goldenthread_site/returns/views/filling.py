"""An agency’s work on a return: fill in, paste, upload, declare, check, submit, sign, answer."""

from pathlib import PurePath

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from goldenthread_site.accounts.opening import open_to
from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.design.pages import moment
from goldenthread_site.directory.standing import standing_of
from goldenthread_site.returns import (
    actions,
    arriving,
    forms,
    permissions,
    presenters,
    queries,
    reading,
)
from goldenthread_site.returns.models import Return
from goldenthread_site.returns.rules import MAX_UPLOAD_BYTES, Status
from goldenthread_site.trail.acting import acting

FILLS_IN = tuple(sorted(permissions.FILLS_IN))
SIGNS = tuple(sorted(permissions.SIGNS))


def draft_of(request: HttpRequest, pk: int) -> Return:
    """The draft of that number, for its own agency. Raises a refusal otherwise."""
    standing = standing_of(request)
    sent = queries.version_or_404(standing, pk)
    permissions.check_fill_in(standing, sent.request)
    if sent.status != Status.DRAFT:
        raise RefusedError(
            f"This version is {Status(sent.status).words.lower()}: nothing in it"
            " can be changed any more. Begin a new version instead."
        )
    return sent


@open_to(*FILLS_IN)
@require_POST
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the draft, or make one."""
    standing = standing_of(request)
    asked = queries.request_or_404(standing, pk)
    draft = actions.begin(by=acting(request), standing=standing, asked=asked)
    return redirect("fill_in", draft.pk)


@open_to(*FILLS_IN)
def fill_in(request: HttpRequest, pk: int) -> HttpResponse:
    """The lines, as they were typed; each save keeps them, faults or not."""
    standing, sent = standing_of(request), draft_of(request, pk)
    template = sent.request.asked
    if request.method == "POST":
        typed = {each.key: request.POST.get(each.key, "") for each in template.line}
        actions.save(by=acting(request), standing=standing, sent=sent, typed=typed)
        if request.POST.get("do") == "check":
            return redirect("check_return", sent.pk)
        messages.success(
            request,
            "Your draft is saved. Nobody outside your agency but the"
            " independent scrutineer sees it until you submit it.",
        )
        return redirect("fill_in", sent.pk)
    typed = {each.line: each.typed for each in sent.cells.all()}
    form = forms.Lines.kept(template, typed)
    if "faults" in request.GET:
        form = forms.Lines.with_faults(template, typed, actions.checked(sent).faults)
    given = {
        "sent": sent,
        "asked": sent.request,
        "form": form,
        "errors": presenters.named_errors(form),
        "template": template,
        "suffixes": presenters.SUFFIXES,
        "reading": queries.open_reading(sent),
    }
    return render(request, "returns/fill_in.html", given)


@open_to(*FILLS_IN)
@require_POST
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    """What the page saves by itself while someone types; answers with when it was saved."""
    standing, sent = standing_of(request), draft_of(request, pk)
    typed = {
        each.key: request.POST[each.key]
        for each in sent.request.asked.line
        if each.key in request.POST
    }
    saved = actions.save(by=acting(request), standing=standing, sent=sent, typed=typed)
    return JsonResponse({"saved": f"Saved on {moment(saved.saved_at)}"})


@open_to(*FILLS_IN)
def about(request: HttpRequest, pk: int) -> HttpResponse:
    """Whose children, which period, how good."""
    sent = draft_of(request, pk)
    form = forms.About(sent, request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.declare(
            by=acting(request), standing=standing_of(request), sent=sent, **form.cleaned_data
        )
        messages.success(request, "What the numbers are about is saved.")
        return redirect("fill_in", sent.pk)
    return render(request, "returns/about.html", {"sent": sent, "form": form})


@open_to(*FILLS_IN)
def upload(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the lines from a file."""
    standing, sent = standing_of(request), draft_of(request, pk)
    form = forms.File(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        kind, content = PurePath(file.name).suffix.lower(), file.read(MAX_UPLOAD_BYTES + 1)
        asked = sent.request
        if arriving.is_large(content, kind):
            line = reading.put_in_line(
                by=acting(request),
                standing=standing,
                sent=sent,
                content=content,
                kind=kind,
                name=file.name,
            )
            return redirect("reading", sent.pk, line.pk)
        arrived = arriving.from_file(
            content, kind, asked.asked, sent.period, sent.area, asked.agency.name
        )
        if not arrived.faults:
            actions.upload(
                by=acting(request),
                standing=standing,
                sent=sent,
                content=content,
                kind=kind,
                name=file.name,
                arrived=arrived,
            )
            return after_arrival(request, sent, len(arrived.typed))
        for fault in arrived.faults[:20]:
            form.add_error("file", fault)
    return render(request, "returns/upload.html", {"sent": sent, "form": form})


@open_to(*FILLS_IN)
def paste(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the lines from rows copied out of a spreadsheet."""
    standing, sent = standing_of(request), draft_of(request, pk)
    form = forms.Pasted(request.POST or None)
    if request.method == "POST" and form.is_valid():
        arrived = arriving.from_pasted(form.cleaned_data["rows"], sent.request.asked)
        if not arrived.faults:
            actions.save(by=acting(request), standing=standing, sent=sent, typed=arrived.typed)
            return after_arrival(request, sent, len(arrived.typed))
        for fault in arrived.faults[:20]:
            form.add_error("rows", fault)
    return render(request, "returns/paste.html", {"sent": sent, "form": form})


def after_arrival(request: HttpRequest, sent: Return, count: int) -> HttpResponse:
    """On to the draft, with so many lines read into it, and its faults beside them."""
    # Not told as a success, which would take the focus from the faults there may be.
    messages.info(
        request,
        f"{count} of {len(sent.request.asked.line)} lines were read, and are kept in your draft.",
    )
    return redirect(reverse("fill_in", args=[sent.pk]) + "?faults=1")


@open_to(*FILLS_IN)
def template_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The file to fill in."""
    sent = draft_of(request, pk)
    content = arriving.template_file(sent.request.asked, sent.period, sent.area)
    answer = HttpResponse(content, content_type="text/csv; charset=utf-8")
    name = f"{sent.request.template}-{sent.period_code.replace(' ', '-').lower()}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@open_to(*FILLS_IN)
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Check your answers, and submit."""
    standing, sent = standing_of(request), draft_of(request, pk)
    found = actions.checked(sent)
    if found.faults:
        return redirect(reverse("fill_in", args=[sent.pk]) + "?faults=1")
    if request.method == "POST":
        actions.submit(by=acting(request), standing=standing, sent=sent)
        messages.success(request, "The return is submitted. Your agency’s lead signs it next.")
        return redirect("return", sent.pk)
    lines = [
        presenters.Told(line, presenters.answered(found.answers[line.key]), "", "")
        for line in sent.request.asked.line
    ]
    given = {"sent": sent, "asked": sent.request, "lines": lines}
    return render(request, "returns/check.html", given)


@open_to(*SIGNS)
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """Read once more, and sign as the holder of a post."""
    standing = standing_of(request)
    sent = queries.version_or_404(standing, pk)
    permissions.check_sign(standing, sent.request)
    form = forms.Signature(actions.posts_of(standing, sent.request), request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.sign(
            by=acting(request), standing=standing, sent=sent, post=form.cleaned_data["post"]
        )
        messages.success(request, "You have signed the return. The analyst checks it next.")
        return redirect("return", sent.pk)
    given = {"sent": sent, "lines": presenters.lines_of(sent), "form": form}
    return render(request, "returns/sign.html", given)


@open_to(*SIGNS)
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a draft of it again, saying why."""
    standing = standing_of(request)
    sent = queries.version_or_404(standing, pk)
    permissions.check_sign(standing, sent.request)
    form = forms.Words("Why do you take it back?", request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.take_back(
            by=acting(request), standing=standing, sent=sent, why=form.cleaned_data["text"]
        )
        messages.success(request, "The return is a draft again.")
        return redirect("fill_in", sent.pk)
    given = {
        "sent": sent,
        "form": form,
        "heading": "Take the return back",
        "button": "Take it back",
    }
    return render(request, "returns/words.html", given)


@open_to(*FILLS_IN)
def answer(request: HttpRequest, pk: int, query: int) -> HttpResponse:
    """Answer one question."""
    standing = standing_of(request)
    sent = queries.version_or_404(standing, pk)
    permissions.check_fill_in(standing, sent.request)
    asked = queries.query_or_404(sent, query)
    form = forms.Words("Your answer", request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.answer(
            by=acting(request), standing=standing, query=asked, text=form.cleaned_data["text"]
        )
        messages.success(request, "Your answer is sent to the analyst.")
        return redirect("return", sent.pk)
    given = {
        "sent": sent,
        "form": form,
        "heading": "Answer the analyst’s question",
        "said": asked.text,
        "button": "Send the answer",
    }
    return render(request, "returns/words.html", given)
