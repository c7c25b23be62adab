using Ballast.Language;
using Microsoft.AspNetCore.Components;

namespace Ballast.Server.Console;

/// <summary>A page or a part of one: it knows its frame, and speaks the language of the page.</summary>
public abstract class PagePart : ComponentBase
{
    /// <summary>What stands around the page.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>A phrase in the language of the page.</summary>
    protected string T(Phrase phrase, params ReadOnlySpan<PhraseArgument> arguments) => phrase.In(Frame.Tongue, arguments);
}
