"""What people are asked about agencies, groups, posts and schools."""

from goldenthread_site.directory.forms.agencies import (
    AgencyForm,
    EndForm,
    FootprintForm,
    RenameForm,
    SuccessionForm,
)
from goldenthread_site.directory.forms.groups import (
    GroupChangeForm,
    GroupForm,
    LeaveForm,
    PostForm,
    PostHolderForm,
)
from goldenthread_site.directory.forms.schools import LeadForm, PartnershipForm, SchoolsForm

__all__ = [
    "AgencyForm",
    "EndForm",
    "FootprintForm",
    "GroupChangeForm",
    "GroupForm",
    "LeadForm",
    "LeaveForm",
    "PartnershipForm",
    "PostForm",
    "PostHolderForm",
    "RenameForm",
    "SchoolsForm",
    "SuccessionForm",
]
