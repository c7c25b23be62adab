using Ballast.Store.Chunks;

namespace Ballast.Store.Overlay;

/// <summary>What releases are laid on, block after block and release after release: the full state of cells, or only which observations stand.</summary>
internal interface IOverlay
{
    /// <summary>Turns to another block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="wanted">By place: which series are wanted; null for all.</param>
    void Begin(int block, bool[]? wanted);

    /// <summary>Clears what a scope names in every series of the block that lies in it.</summary>
    void Clear(int rank, in StepScope scope);

    /// <summary>Lays attributes and rows of a step over what stands. Its scopes are cleared before.</summary>
    void Apply(int rank, StepBuffer step);
}
